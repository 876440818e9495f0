namespace Swarm.Perception;

/// <summary>A curve whose rate of turn is estimated and fades; see <see cref="TurningState"/>.</summary>
/// <param name="density">Of white acceleration beside the turn, m²/s³.</param>
internal sealed class TurningMotion(double density) : IMotion
{
    /// <summary>Usual rate of turn of one who turns, standard deviation, rad/s: a car at a crossing turns by a quarter in some four seconds.</summary>
    private const double RateDeviation = 0.3;

    /// <summary>How long a curve lasts, seconds.</summary>
    private const double Memory = 3;

    public void Begin(ref MotionBelief belief, in KinematicState first)
    {
        belief.Mean = first;
        belief.Modes.Turning = new(first, 0, RateDeviation * RateDeviation, default);
    }

    public KinematicState Predict(ref MotionBelief belief, double dt) => Predict(belief.Modes.Turning, dt).Plane;

    public void Advance(ref MotionBelief belief, in KinematicState predicted, double dt)
    {
        belief.Modes.Turning = Predict(belief.Modes.Turning, dt);
        belief.Mean = belief.Modes.Turning.Plane;
    }

    public void Take<TMeasurement>(ref MotionBelief belief, in TMeasurement seen)
        where TMeasurement : struct, IStateMeasurement, allows ref struct
    {
        var modes = belief.Modes;
        modes.Turning = modes.Turning.After(seen.Apply(modes.Turning.Plane));
        belief.Mean = modes.Turning.Plane;
    }

    public TurningState Predict(in TurningState state, double dt) =>
        state.Predict(dt, density, dt > 0 ? Math.Exp(-dt / Memory) : 1, RateDeviation * RateDeviation);
}
