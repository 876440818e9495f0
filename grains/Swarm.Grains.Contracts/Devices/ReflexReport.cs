namespace Swarm.Grains;

/// <summary>The last verdict of the reflex that a twin runs for a thin device.</summary>
/// <param name="Time">When it was given, site time.</param>
/// <param name="MaxSpeed">How fast the device may go, metres per second.</param>
/// <param name="Reason">What decided it.</param>
/// <param name="Sequence">Of the scan that it answers.</param>
[GenerateSerializer, Immutable, Alias("swarm.ReflexReport")]
public sealed record ReflexReport(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] double MaxSpeed,
    [property: Id(2)] string Reason,
    [property: Id(3)] long Sequence);
