namespace Swarm.Perception;

/// <summary>Constant velocity with white acceleration; see <see cref="KinematicState"/>.</summary>
/// <param name="density">Of the acceleration, m²/s³.</param>
internal sealed class StraightMotion(double density) : IMotion
{
    public void Begin(ref MotionBelief belief, in KinematicState first) => belief.Mean = first;

    public KinematicState Predict(ref MotionBelief belief, double dt) => belief.Mean.Predict(dt, density);

    public void Advance(ref MotionBelief belief, in KinematicState predicted, double dt) => belief.Mean = predicted;

    public void Take<TMeasurement>(ref MotionBelief belief, in TMeasurement seen)
        where TMeasurement : struct, IStateMeasurement, allows ref struct => belief.Mean = seen.Apply(belief.Mean);
}
