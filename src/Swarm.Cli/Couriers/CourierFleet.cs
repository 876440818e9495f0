using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>
/// Puts recorded couriers into one site. Each trace is given around its own mean, so where the couriers were relative to each
/// other is not in the data: their centres are drawn evenly over a square around the site's origin, the same for the same seed.
/// </summary>
internal static class CourierFleet
{
    public static IReadOnlyList<CourierMotion> Spread(IReadOnlyList<CourierTrace> traces, double area, int seed)
    {
#pragma warning disable CA5394 // A draw that can be repeated, not a secret.
        var random = new Random(seed);
        return
        [
            .. traces.Select(trace => new CourierMotion(
                trace,
                new Point2(area * (random.NextDouble() - 0.5), area * (random.NextDouble() - 0.5)))),
        ];
#pragma warning restore CA5394
    }
}
