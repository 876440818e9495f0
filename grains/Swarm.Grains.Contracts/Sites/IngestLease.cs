namespace Swarm.Grains;

/// <summary>The right to hold the site's one ingest session with the broker.</summary>
/// <param name="Epoch">Rises with every change of holder.</param>
[GenerateSerializer, Immutable, Alias("swarm.IngestLease")]
public sealed record IngestLease(
    [property: Id(0)] string Holder,
    [property: Id(1)] long Epoch,
    [property: Id(2)] DateTimeOffset Until);
