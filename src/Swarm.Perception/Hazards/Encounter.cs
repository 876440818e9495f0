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

    /// <summary>Where so many samples show no conflict, the rest would show hardly one.</summary>
    private const int Enough = 32;

    /// <summary>Seconds between the times at which the mean courses are compared.</summary>
    private const double Step = 0.05;

    /// <summary>Cheap and safe: false only where they cannot come together however either turns.</summary>
    public bool IsConceivable()
    {
        var reach = ((device.Speed + other.Speed) * horizon) + (device.Speed * timeGap);
        var beyond = device.State.Position.DistanceTo(other.State.Position) - device.Radius - other.Radius - reach;

        // The larger variance of a sum is at most the sum of the larger variances.
        return !(beyond > 0) || !(beyond > Segment.Deviations * Math.Sqrt(device.Spread(horizon) + other.Spread(horizon)));
    }

    /// <summary>Probability that they come into conflict within the horizon, 0 to 1.</summary>
    public double Probability()
    {
        var relative = Relative();
        Span<Segment> segments = stackalloc Segment[Segments];
        segments = segments[..FillSegments(segments, relative)];
        if (segments.IsEmpty
            || (!Cholesky4.TryFactor(relative.Covariance, out var factor)
                && !Cholesky4.TryFactor((relative with { PV = default }).Covariance, out factor)))
            return 0;

        var conflicts = 0;
        for (var sample = 0; sample < ConflictSamples.Count && (conflicts > 0 || sample < Enough); sample += Vector<double>.Count)
            conflicts += Conflicts(segments, new ConflictErrors(sample, factor));

        return other.Existence * conflicts / ConflictSamples.Count;
    }

    /// <summary>On the mean courses: seconds until the outlines are closest, the first time if they overlap, and metres between them then.</summary>
    public (double Time, double Distance) Closest()
    {
        var (time, least) = (0d, double.PositiveInfinity);
        for (var i = 0; i * Step <= horizon && least > 0; i++)
        {
            var (mine, theirs) = (device.FootprintAt(i * Step), other.FootprintAt(i * Step));
            if (new Point2(mine.X, mine.Y).DistanceTo(new Point2(theirs.X, theirs.Y)) - device.Radius - other.Radius >= least)
                continue;

            var distance = mine.DistanceTo(theirs);
            if (distance < least)
                (time, least) = (i * Step, distance);
        }

        return (time, least);
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
        for (var i = 0; i < Segments; i++)
        {
            var (start, end) = (horizon * i / Segments, horizon * (i + 1) / Segments);
            var my = mine.Slice(2 * i, 3);
            var their = theirs.Slice(2 * i, 3);
            if (Segment.IsNear(my, their, timeGap * device.Speed / 2, Segment.Variance(relative, density, end)))
                segments[count++] = new Segment(my, their, density, start, end);
        }

        return count;
    }
}
