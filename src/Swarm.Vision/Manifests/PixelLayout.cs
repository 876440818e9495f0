using System.Text.Json.Serialization;
using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>The order of axes of a model's input.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PixelLayout>))]
public enum PixelLayout
{
    /// <summary>Batch, channel, row, column.</summary>
    Nchw,

    /// <summary>Batch, row, column, channel.</summary>
    Nhwc,
}
