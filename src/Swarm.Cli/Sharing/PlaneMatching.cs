using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>Pairs boxes with true ones: the nearest centres in the plane first, each box and each true one once, up to a distance.</summary>
internal static class PlaneMatching
{
    /// <summary>Metres between the centres of what counts as the same car; half a car's length, and less than the space between lanes.</summary>
    public const double MaxDistance = 2;

    /// <returns>For each of <paramref name="points"/> the index of its partner in <paramref name="truths"/>, or −1.</returns>
    public static int[] Match(IReadOnlyList<Point2> points, IReadOnlyList<Point2> truths, double maxDistance = MaxDistance)
    {
        var pairs = new List<(double Distance, int Point, int Truth)>();
        for (var point = 0; point < points.Count; point++)
        {
            for (var truth = 0; truth < truths.Count; truth++)
            {
                var distance = points[point].DistanceTo(truths[truth]);
                if (distance <= maxDistance)
                    pairs.Add((distance, point, truth));
            }
        }

        pairs.Sort();
        var partners = new int[points.Count];
        Array.Fill(partners, -1);
        var taken = new bool[truths.Count];
        foreach (var (_, point, truth) in pairs)
        {
            if (partners[point] >= 0 || taken[truth])
                continue;
            partners[point] = truth;
            taken[truth] = true;
        }

        return partners;
    }
}
