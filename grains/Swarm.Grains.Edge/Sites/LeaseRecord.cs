namespace Swarm.Grains.Edge;

/// <summary>The lease of a site's ingest session, as stored.</summary>
[GenerateSerializer, Immutable, Alias("swarm.grains.LeaseRecord")]
internal sealed record LeaseRecord
{
    /// <summary>Null where nobody has it.</summary>
    [Id(0)]
    public string? Holder { get; init; }

    [Id(1)]
    public long Epoch { get; init; }

    [Id(2)]
    public DateTimeOffset Until { get; init; }
}
