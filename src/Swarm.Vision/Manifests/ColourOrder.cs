using System.Text.Json.Serialization;
using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>The order of the three channels of a model's input.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ColourOrder>))]
public enum ColourOrder
{
    Rgb,
    Bgr,
}
