using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>
/// Where a courier is between its fixes: on the straight line between them at constant speed, facing along it, with the
/// uncertainty of a Brownian bridge. In a hole of more than <see cref="LongestBridge"/> the courier says nothing, as it did.
/// </summary>
/// <remarks>
/// The variance per axis a share a into a gap of T seconds is ((1 − a)² + a²) δ² + T a (1 − a) D (Horne, Garton, Krone, Lewis:
/// "Analyzing animal movements using Brownian bridges", Ecology 88, 2007). D is fitted to all traces by that paper's
/// method, each second fix against the line between its neighbours.
/// </remarks>
/// <param name="centre">Where in the site frame the trace's own centre is put.</param>
internal sealed class CourierMotion(CourierTrace trace, Point2 centre)
{
    /// <summary>Of a telephone's position per axis, in metres: 4.9 m radius under open sky (gps.gov, "GPS Accuracy"), taken for a 68% circle.</summary>
    private const double FixDeviation = 3.2;

    /// <summary>Below this speed in m/s a difference of fixes says nothing of the heading; the last one is kept.</summary>
    private const double SlowestHeading = 0.5;

    /// <summary>Standard deviation of an unknown heading: uniform over the circle, π/√3.</summary>
    private static readonly double UnknownHeading = Math.PI / Math.Sqrt(3);

    /// <summary>One gap in 200 is longer.</summary>
    public static TimeSpan LongestBridge { get; } = TimeSpan.FromSeconds(30);

    private readonly double[] _headings = Headings(trace);

    /// <summary>When the trace ends, from its first fix.</summary>
    public TimeSpan Duration => trace.Fixes[^1].Time;

    /// <summary>Standing at the first fix.</summary>
    public DeviceState First(DateTimeOffset time) =>
        new(
            time,
            new Pose(centre.X + trace.Fixes[0].Position.X, centre.Y + trace.Fixes[0].Position.Y, _headings[0]),
            PoseCovariance.Diagonal(FixDeviation, UnknownHeading),
            default,
            DeviceMode.Manual);

    /// <summary>The courier's state <paramref name="elapsed"/> after its first fix, dated <paramref name="time"/>; null where it is silent.</summary>
    public DeviceState? At(TimeSpan elapsed, DateTimeOffset time)
    {
        if (elapsed < TimeSpan.Zero || elapsed > Duration)
            return null;
        var segment = SegmentAt(elapsed);
        var (from, to) = (trace.Fixes[segment], trace.Fixes[segment + 1]);
        var gap = to.Time - from.Time;
        if (gap > LongestBridge)
            return null;
        var share = (elapsed - from.Time) / gap;
        var (dx, dy) = (to.Position.X - from.Position.X, to.Position.Y - from.Position.Y);
        var deviation = Deviation(share, gap, from.Activity);
        return new DeviceState(
            time,
            new Pose(centre.X + from.Position.X + (share * dx), centre.Y + from.Position.Y + (share * dy), _headings[segment]),
            PoseCovariance.Diagonal(deviation, HeadingDeviation(from.Position.DistanceTo(to.Position), gap)),
            new Velocity(dx / gap.TotalSeconds, dy / gap.TotalSeconds),
            DeviceMode.Manual);
    }

    private static double Deviation(double share, TimeSpan gap, CourierActivity activity)
    {
        var diffusion = activity is CourierActivity.Driving ? 12.0 : 2.0; // m²/s
        var rest = 1 - share;
        return Math.Sqrt((((rest * rest) + (share * share)) * FixDeviation * FixDeviation) + (gap.TotalSeconds * share * rest * diffusion));
    }

    /// <summary>Both ends of the line err by the fix deviation across it.</summary>
    private static double HeadingDeviation(double distance, TimeSpan gap) =>
        distance < SlowestHeading * gap.TotalSeconds
            ? UnknownHeading
            : Math.Min(UnknownHeading, Math.Sqrt(2) * FixDeviation / distance);

    private static double[] Headings(CourierTrace trace)
    {
        var headings = new double[trace.Fixes.Count - 1];
        var heading = 0.0;
        for (var segment = 0; segment < headings.Length; segment++)
        {
            var (from, to) = (trace.Fixes[segment], trace.Fixes[segment + 1]);
            if (from.Position.DistanceTo(to.Position) >= SlowestHeading * (to.Time - from.Time).TotalSeconds)
                heading = Math.Atan2(to.Position.Y - from.Position.Y, to.Position.X - from.Position.X);
            headings[segment] = heading;
        }

        return headings;
    }

    private int SegmentAt(TimeSpan elapsed)
    {
        var (low, high) = (0, trace.Fixes.Count - 2);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = trace.Fixes[middle].Time <= elapsed ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
