namespace Swarm.Simulation;

/// <summary>Where a wagon goes next.</summary>
/// <param name="Stops">Nodes of the town's ways.</param>
/// <param name="InTurn">One after the other, rather than at random.</param>
/// <param name="Lateral">Metres to the left of the middle of the way.</param>
internal sealed record Errands(IReadOnlyList<int> Stops, bool InTurn, TimeSpan ShortestStay, TimeSpan LongestStay, double Lateral)
{
    /// <summary>Deliveries to any door of the town, on the right half of the pavement.</summary>
    public static Errands Deliveries(TownWays ways) =>
        new(ways.Doors, InTurn: false, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(14), Lateral: -0.6);

    /// <summary>To and fro past the row of vans, close to the kerb.</summary>
    public static Errands Shuttle(TownWays ways) =>
        new([ways.ShuttleEast, ways.ShuttleWest], InTurn: true, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5), Lateral: -1.6);

    public int Next(int current, Dice dice)
    {
        if (InTurn)
            return Stops[(Stops.TakeWhile(stop => stop != current).Count() + 1) % Stops.Count];
        var next = Stops[dice.Below(Stops.Count)];
        return next == current ? Next(current, dice) : next;
    }
}
