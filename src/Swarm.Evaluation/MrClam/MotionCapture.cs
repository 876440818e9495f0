using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>Where something truly was, between samples on a straight line.</summary>
/// <param name="samples">In the order of time, in seconds.</param>
public sealed class MotionCapture(IReadOnlyList<(double Time, Pose Pose)> samples)
{
    /// <summary>Further apart, in seconds, there is a hole between two samples.</summary>
    private const double Longest = 0.35;

    public double Begin => samples.Count > 0 ? samples[0].Time : double.PositiveInfinity;

    public double End => samples.Count > 0 ? samples[^1].Time : double.NegativeInfinity;

    /// <summary>Null before, after, and in a hole.</summary>
    public Pose? At(double time)
    {
        if (!(time >= Begin && time <= End))
            return null;
        var (low, high) = (0, samples.Count - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = samples[middle].Time <= time ? (middle, high) : (low, middle);
        }

        var ((t0, from), (t1, to)) = (samples[low], samples[high]);
        if (time == t1 || t1 == t0)
            return to;
        if (t1 - t0 > Longest && time > t0)
            return null;
        var part = (time - t0) / (t1 - t0);
        return new Pose(
            from.X + (part * (to.X - from.X)),
            from.Y + (part * (to.Y - from.Y)),
            Angle.Normalize(from.Yaw + (part * Angle.Normalize(to.Yaw - from.Yaw))));
    }
}
