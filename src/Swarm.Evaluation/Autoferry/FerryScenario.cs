namespace Swarm.Evaluation;

/// <param name="Scans">As the file has them, which is the order in which they came and not always that of their time.</param>
/// <param name="Boats">In the order of their numbers.</param>
public sealed record FerryScenario(string Name, IReadOnlyList<FerryScan> Scans, IReadOnlyList<BoatPath> Boats)
{
    /// <summary>The same with the parts that a scan has of one ship joined.</summary>
    public FerryScenario Joined() =>
        this with { Scans = [.. Scans.Select(scan => scan with { Places = FerryClusters.Of(scan.Places) })] };
}
