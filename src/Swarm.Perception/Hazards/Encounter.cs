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
        var relative = Relative().Predict(horizon, other.Traits.ForecastDensity);
        var distance = device.State.Position.DistanceTo(other.State.Position) - device.Radius - other.Radius;
        var reach = ((device.Speed + other.Speed) * horizon) + (device.Speed * timeGap);
        return !(distance > reach + (Segment.Deviations * Segment.Deviation(relative)));
    }

    /// <summary>Probability that they come into conflict within the horizon, 0 to 1.</summary>
    public double Probability()
    {
        var relative = Relative();
        if (!Cholesky4.TryFactor(relative.Covariance, out var factor)
            && !Cholesky4.TryFactor((relative with { PV = default }).Covariance, out factor))
            return 0;

        Span<Segment> segments = stackalloc Segment[Segments];
        segments = segments[..FillSegments(segments, relative)];
        var conflicts = 0;
        for (var sample = 0; sample < ConflictSamples.Count && (conflicts > 0 || sample < Enough); sample++)
        {
            var z = ConflictSamples.At(sample);
            var error = factor.Draw(z);
            foreach (ref readonly var segment in segments)
            {
                if (segment.Touches(error, z[4], z[5], timeGap, device.Speed))
                {
                    conflicts++;
                    break;
                }
            }
        }

        return other.Existence * conflicts / ConflictSamples.Count;
    }

    /// <summary>On the mean courses: seconds until the outlines are closest, the first time if they overlap, and metres between them then.</summary>
    public (double Time, double Distance) Closest()
    {
        var (time, least) = (0d, double.PositiveInfinity);
        for (var i = 0; i * Step <= horizon && least > 0; i++)
        {
            var distance = device.FootprintAt(i * Step).DistanceTo(other.FootprintAt(i * Step));
            if (distance < least)
                (time, least) = (i * Step, distance);
        }

        return (time, least);
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
            var segment = new Segment(
                mine.Slice(2 * i, 3), theirs.Slice(2 * i, 3), density, horizon * i / Segments, horizon * (i + 1) / Segments);
            if (segment.IsNear(relative, timeGap, device.Speed))
                segments[count++] = segment;
        }

        return count;
    }
}
