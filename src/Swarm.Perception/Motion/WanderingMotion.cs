namespace Swarm.Perception;

/// <summary>
/// A velocity that is an Ornstein–Uhlenbeck process (Uhlenbeck and Ornstein, <i>Physical Review</i> 36, 1930), as of somebody on foot: pushed by white
/// acceleration and drawn back to rest, so that its variance never passes that of the usual speeds, however long nobody looks. The slower it
/// forgets, the more it is <see cref="StraightMotion"/>.
/// </summary>
/// <param name="density">Of the acceleration, m²/s³.</param>
/// <param name="deviation">Of the velocity on each axis in the long run, m/s.</param>
internal sealed class WanderingMotion(double density, double deviation) : IMotion
{
    /// <summary>So small a part of the memory that the formulas would be all rounding.</summary>
    private const double Moment = 1e-4;

    /// <summary>How fast the velocity is forgotten, 1/s: what holds the balance between the push and the deviation.</summary>
    private readonly double _rate = density / (2 * deviation * deviation);

    public void Begin(ref MotionBelief belief, in KinematicState first) => belief.Mean = first;

    public KinematicState Predict(ref MotionBelief belief, double dt)
    {
        // What is forgotten does not come back: earlier it went straight, as it does in a moment.
        if (_rate * dt < Moment)
            return belief.Mean.Predict(dt, density);
        var kept = Math.Exp(-_rate * dt);
        var way = (1 - kept) / _rate;
        var variance = deviation * deviation;
        return belief.Mean.Drift(
            way,
            kept,
            variance * ((2 * (dt - way) / _rate) - (way * way)),
            variance * _rate * way * way,
            variance * (1 - (kept * kept)));
    }

    public void Advance(ref MotionBelief belief, in KinematicState predicted, double dt) => belief.Mean = predicted;

    public void Take<TMeasurement>(ref MotionBelief belief, in TMeasurement seen)
        where TMeasurement : struct, IStateMeasurement, allows ref struct => belief.Mean = seen.Apply(belief.Mean);
}
