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

    /// <summary>Seconds between the times at which the mean courses are compared.</summary>
    private const double Step = 0.05;

    /// <summary>Cheap and safe: false only where the two cannot meet, five standard deviations taken together.</summary>
    public bool IsConceivable()
    {
        var (a, b) = (device.State, other.State);
        var distance = a.Position.DistanceTo(b.Position) - device.Radius - other.Radius;
        var variance = a.PP.A + a.PP.D + b.PP.A + b.PP.D
            + (horizon * horizon * (a.VV.A + a.VV.D + b.VV.A + b.VV.D))
            + (2 * other.Traits.ForecastDensity * Math.Pow(horizon, 3) / 3);
        return !(distance > ((device.Speed + other.Speed) * horizon) + (device.Speed * timeGap) + (5 * Math.Sqrt(variance)));
    }

    /// <summary>Probability that they come into conflict within the horizon, 0 to 1.</summary>
    public double Probability()
    {
        var relative = new KinematicState(
            0, 0, 0, 0, device.State.PP + other.State.PP, device.State.PV + other.State.PV, device.State.VV + other.State.VV);
        if (!Cholesky4.TryFactor(relative.Covariance, out var factor) && !Cholesky4.TryFactor(WithoutCross(relative).Covariance, out factor))
            return 0;

        Span<Segment> segments = stackalloc Segment[Segments];
        FillSegments(segments);
        var conflicts = 0;
        for (var sample = 0; sample < ConflictSamples.Count; sample++)
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

    private static KinematicState WithoutCross(KinematicState state) => state with { PV = default };

    private void FillSegments(Span<Segment> segments)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            var (start, end) = (horizon * i / segments.Length, horizon * (i + 1) / segments.Length);
            segments[i] = new Segment(device, other, start, end);
        }
    }
}
