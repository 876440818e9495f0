namespace Swarm.Perception;

/// <summary>
/// Two motions between which a body changes, each with a filter of its own: straight on, and in a curve (interacting multiple models; Blom and
/// Bar-Shalom, IEEE Trans. Automatic Control 33(8), 1988). Before each step the two are mixed by how likely a body of the one came from the other;
/// the one without a rate of turn has none to mix in, so that the other keeps its own (Granström, Willett and Bar-Shalom, IEEE Trans.
/// AES 51(4), 2015).
/// </summary>
/// <param name="density">Of white acceleration in a curve, m²/s³.</param>
internal sealed class InteractingMotion(double density) : IMotion
{
    /// <summary>Going straight on needs so much less of it.</summary>
    private const double StraightShare = 0.3;

    /// <summary>Mean time between changes, seconds.</summary>
    private const double Dwell = 3;

    /// <summary>Neither motion is ever ruled out.</summary>
    private const double LeastProbability = 1e-3;

    private readonly double _straightDensity = StraightShare * density;
    private readonly TurningMotion _turning = new(density);

    public void Begin(ref MotionBelief belief, in KinematicState first)
    {
        _turning.Begin(ref belief, first);
        (belief.Modes.Straight, belief.Modes.Turns) = (first, 0.5);
    }

    public KinematicState Predict(ref MotionBelief belief, double dt) => KinematicState.Mixture(
        _turning.Predict(belief.Modes.Turning, dt).Plane, belief.Modes.Straight.Predict(dt, _straightDensity), belief.Modes.Turns);

    public void Advance(ref MotionBelief belief, in KinematicState predicted, double dt)
    {
        var modes = belief.Modes;
        Mix(modes, dt);
        modes.Straight = modes.Straight.Predict(dt, _straightDensity);
        modes.Turning = _turning.Predict(modes.Turning, dt);
        belief.Mean = Mean(modes);
    }

    public void Take<TMeasurement>(ref MotionBelief belief, in TMeasurement seen)
        where TMeasurement : struct, IStateMeasurement, allows ref struct
    {
        // Which explains it better, and by how much.
        var modes = belief.Modes;
        var ratio = Math.Exp(seen.LogLikelihood(modes.Turning.Plane) - seen.LogLikelihood(modes.Straight));
        var odds = modes.Turns / (1 - modes.Turns) * ratio;
        modes.Turns = double.IsFinite(odds) ? Math.Clamp(odds / (1 + odds), LeastProbability, 1 - LeastProbability) : 1 - LeastProbability;
        modes.Straight = seen.Apply(modes.Straight);
        modes.Turning = modes.Turning.After(seen.Apply(modes.Turning.Plane));
        belief.Mean = Mean(modes);
    }

    private static void Mix(MotionModes modes, double dt)
    {
        // A chain of two states with the same rate of change both ways.
        var change = dt > 0 ? (1 - Math.Exp(-2 * dt / Dwell)) / 2 : 0;
        var (turns, straight) = (modes.Turns, 1 - modes.Turns);
        var turning = (turns * (1 - change)) + (straight * change);
        var (stayed, began) = (turns * (1 - change) / turning, turns * change / (1 - turning));
        var plane = modes.Turning.Plane;
        modes.Turning = modes.Turning with
        {
            Plane = KinematicState.Mixture(plane, modes.Straight, stayed),
            Cross = stayed * modes.Turning.Cross,
        };
        modes.Straight = KinematicState.Mixture(plane, modes.Straight, began);
        modes.Turns = turning;
    }

    private static KinematicState Mean(MotionModes modes) => KinematicState.Mixture(modes.Turning.Plane, modes.Straight, modes.Turns);
}
