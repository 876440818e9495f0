using System.Numerics;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// The conflict of a device with another party over a horizon. The probability is the share of sampled relative motions in which
/// the boxes of both touch (Lambert, Gruyer and Saint Pierre, "A fast Monte Carlo algorithm for collision probability estimation",
/// ICARCV 2008; Du Toit and Burdick, IEEE Trans. Robotics 27(4), 2011, for the covariance of the relative position as the sum of both).
/// Sampling holds where closed forms such as Patera's (2001) do not: a velocity that is hardly known, a short horizon, long boxes.
/// </summary>
/// <param name="horizon">Seconds.</param>
/// <param name="timeGap">Seconds; see <see cref="HazardOptions.TimeGap"/>.</param>
internal readonly ref struct Encounter(Party device, Party other, double horizon, double timeGap)
{
    private const int Segments = 10;

    /// <summary>
    /// After every so many samples it is asked whether the rest could still bring the probability to the least that matters: three standard
    /// deviations of their share short of it, they hardly can (Wald's sequential sampling in its simplest form).
    /// </summary>
    private const int Round = 32;

    /// <summary>Seconds between the times at which the mean courses are compared.</summary>
    private const double Step = 0.05;

    /// <summary>Steps between those of the first, coarse look.</summary>
    private const int Stride = 10;

    /// <summary>Cheap and safe: false only where they cannot come together however either turns.</summary>
    public bool IsConceivable()
    {
        var reach = ((device.Speed + other.Speed) * horizon) + (device.Speed * timeGap);
        var beyond = device.State.Position.DistanceTo(other.State.Position) - device.Radius - other.Radius - reach;

        // The larger variance of a sum is at most the sum of the larger variances.
        return !(beyond > 0) || !(beyond > Segment.Deviations * Math.Sqrt(device.Spread(horizon) + other.Spread(horizon)));
    }

    /// <summary>Probability that they come into conflict within the horizon, 0 to 1.</summary>
    /// <param name="least">What is surely less than this may come out as anything less.</param>
    public double Probability(double least = 0)
    {
        if (NextWithinReach(0) == Segments)
            return 0;
        var relative = Relative();
        Span<Segment> segments = stackalloc Segment[Segments];
        segments = segments[..FillSegments(segments, relative)];
        if (segments.IsEmpty
            || (!Cholesky4.TryFactor(relative.Covariance, out var factor)
                && !Cholesky4.TryFactor((relative with { PV = default }).Covariance, out factor)))
            return 0;

        var conflicts = 0;
        for (var sample = 0; sample < ConflictSamples.Count; sample += Vector<double>.Count)
        {
            if (sample % Round == 0 && sample > 0 && IsUnlikely(conflicts, sample, least / other.Existence))
                break;
            conflicts += Conflicts(segments, new ConflictErrors(sample, factor));
        }

        return other.Existence * conflicts / ConflictSamples.Count;
    }

    /// <summary>On the mean courses: seconds until the outlines are closest, the first time if they overlap, and metres between them then.</summary>
    public (double Time, double Distance) Closest()
    {
        // A coarse look bounds how close they come. In one step no two points of them come closer than by what both move: wherever
        // they are farther apart than the bound, the next few steps need not be looked at.
        var steps = (int)Math.Round(horizon / Step);
        var bound = double.PositiveInfinity;
        for (var i = 0; i <= steps; i += Stride)
            bound = Math.Min(bound, DistanceAt(i * Step));

        var closing = (device.OutlineSpeed + other.OutlineSpeed) * Step;
        var (time, least) = (0d, double.PositiveInfinity);
        for (var i = 0; i <= steps && least > 0;)
        {
            var distance = DistanceAt(i * Step);
            if (distance < least)
                (time, least) = (i * Step, distance);
            bound = Math.Min(bound, least);
            i += Math.Max(1, (int)Math.Min((distance - bound) / closing, steps));
        }

        return (time, least);
    }

    private double DistanceAt(double time) => device.FootprintAt(time).DistanceTo(other.FootprintAt(time));

    private static bool IsUnlikely(int conflicts, int samples, double least)
    {
        if (conflicts == 0)
            return true;
        return least < 1 && conflicts < (least * samples) - (3 * Math.Sqrt(least * (1 - least) * samples));
    }

    /// <summary>In how many of the samples they touch.</summary>
    private int Conflicts(ReadOnlySpan<Segment> segments, in ConflictErrors errors)
    {
        var touching = Vector<long>.Zero;
        foreach (ref readonly var segment in segments)
        {
            touching |= segment.Touches(errors, timeGap, device.Speed);
            if (Vector.EqualsAll(touching, Vector<long>.AllBitsSet))
                break;
        }

        return (int)-Vector.Sum(touching);
    }

    private KinematicState Relative() => new(
        0, 0, 0, 0, device.State.PP + other.State.PP, device.State.PV + other.State.PV, device.State.VV + other.State.VV);

    /// <summary>Returns how many there are in which the two can come near each other; the others are left out.</summary>
    private int FillSegments(Span<Segment> segments, in KinematicState relative)
    {
        var mine = device.Course(horizon, 2 * Segments);
        var theirs = other.Course(horizon, 2 * Segments);
        var density = other.Traits.ForecastDensity;
        var count = 0;
        for (var i = NextWithinReach(0); i < Segments; i = NextWithinReach(i + 1))
        {
            var (start, end) = (horizon * i / Segments, horizon * (i + 1) / Segments);
            var my = mine.Slice(2 * i, 3);
            var their = theirs.Slice(2 * i, 3);
            if (Segment.IsNear(my, their, timeGap * device.Speed / 2, Segment.Variance(relative, density, end)))
                segments[count++] = new Segment(my, their, density, start, end);
        }

        return count;
    }

    /// <summary>The first segment from that one on which is not ruled out by how far apart the two are at its start and how fast they are.</summary>
    private int NextWithinReach(int segment)
    {
        var mine = device.Course(horizon, 2 * Segments);
        var theirs = other.Course(horizon, 2 * Segments);
        var closing = (device.Speed + other.Speed) * horizon / Segments;
        var reach = device.Radius + other.Radius + (timeGap * device.Speed) + closing
            + (Segment.Deviations * Math.Sqrt(device.Spread(horizon) + other.Spread(horizon)));
        while (segment < Segments)
        {
            ref readonly var my = ref mine[2 * segment];
            ref readonly var their = ref theirs[2 * segment];
            var beyond = new Point2(my.X, my.Y).DistanceTo(new Point2(their.X, their.Y)) - reach;
            if (!(beyond > closing))
                break;
            segment += (int)Math.Min(beyond / closing, Segments - segment);
        }

        return segment;
    }
}
