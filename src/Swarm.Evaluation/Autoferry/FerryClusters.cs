using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// Joins the parts that a sensor sees of one ship: the lidar gives bow, bridge and stern of the larger boat by turns or together. Places
/// nearer to one another than a gap are one (single linkage), at their middle.
/// </summary>
internal static class FerryClusters
{
    /// <summary>Metres: more than half a ship's length of 36 m, that of the larger boat.</summary>
    private const double Gap = 25;

    public static IReadOnlyList<Point2> Of(IReadOnlyList<Point2> places)
    {
        if (places.Count < 2)
            return places;
        var left = new List<Point2>(places);
        var middles = new List<Point2>();
        while (left.Count > 0)
        {
            var cluster = new List<Point2> { left[^1] };
            left.RemoveAt(left.Count - 1);
            for (var i = 0; i < cluster.Count; i++)
            {
                var from = cluster[i];
                cluster.AddRange(left.Where(place => place.DistanceTo(from) < Gap));
                left.RemoveAll(place => place.DistanceTo(from) < Gap);
            }

            middles.Add(new(cluster.Average(place => place.X), cluster.Average(place => place.Y)));
        }

        return middles;
    }
}
