using System.Text.Json.Serialization;
using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>How a frame is brought to the size that a model takes.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PictureFit>))]
public enum PictureFit
{
    /// <summary>Each side to the model's size, whatever that does to the proportions.</summary>
    Stretch,

    /// <summary>The longer side to the model's size; the rest, right or below, is filled with grey.</summary>
    Letterbox,
}
