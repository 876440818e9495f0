using System.Text.Json.Serialization;

namespace Swarm.Evaluation;

/// <summary>How fitted models are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(V2V4RealDetectors))]
[JsonSerializable(typeof(V2V4RealExistence))]
internal sealed partial class FitJson : JsonSerializerContext;
