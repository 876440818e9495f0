using System.Text.Json;

namespace Swarm.Vda5050;

/// <summary>An outline in space, in a format of its own.</summary>
public sealed record Envelope3d
{
    /// <summary>Named <c>set</c> in 2.1.</summary>
    public required string Envelope3dId { get; init; }

    public required string Format { get; init; }

    public JsonElement? Data { get; init; }

    public string? Url { get; init; }

    /// <summary>Left out in 2.1, whose schema takes it for a number and whose text for a text.</summary>
    public string? Description { get; init; }
}
