using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>Where a boat was by the satellite receiver on board, in the harbour frame.</summary>
/// <param name="fixes">In the order of their time; at least one.</param>
public sealed class BoatPath(IReadOnlyList<(DateTimeOffset Time, Point2 Place)> fixes)
{
    public IReadOnlyList<(DateTimeOffset Time, Point2 Place)> Fixes { get; } = fixes;

    /// <summary>On the straight line between the fixes before and after; outside of them the nearest.</summary>
    public Point2 At(DateTimeOffset time)
    {
        var (low, high) = (0, Fixes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Fixes[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        if (low == 0 || low == Fixes.Count)
            return Fixes[Math.Min(low, Fixes.Count - 1)].Place;
        var ((before, from), (after, to)) = (Fixes[low - 1], Fixes[low]);
        var share = (time - before) / (after - before);
        return new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
    }
}
