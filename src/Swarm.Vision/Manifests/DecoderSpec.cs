using System.Text.Json.Serialization;

namespace Swarm.Vision;

/// <summary>How boxes are read from a model's outputs; <c>kind</c> says which.</summary>
/// <param name="Score">Boxes below this score are left out, 0 to 1.</param>
/// <param name="Overlap">
/// Of two boxes of one class whose intersection over union is above this, the less sure one is left out; null: none is.
/// </param>
/// <param name="Limit">The surest so many are kept.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CenterNetSpec), "centernet")]
[JsonDerivedType(typeof(YoloSpec), "yolo")]
public abstract record DecoderSpec(float Score, double? Overlap, int Limit);
