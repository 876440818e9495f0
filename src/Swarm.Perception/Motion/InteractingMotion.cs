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
        (belief.Mean, belief.Straight, belief.Turns) = (first, first, 0.5);
    }

    public KinematicState Predict(in MotionBelief belief, double dt) => KinematicState.Mixture(
        _turning.Predict(belief.Turning, dt).Plane, belief.Straight.Predict(dt, _straightDensity), belief.Turns);

    public void Advance(ref MotionBelief belief, in KinematicState predicted, double dt)
    {
        Mix(ref belief, dt);
        belief.Straight = belief.Straight.Predict(dt, _straightDensity);
        belief.Turning = _turning.Predict(belief.Turning, dt);
        Combine(ref belief);
    }

    public void Take<TMeasurement>(ref MotionBelief belief, in TMeasurement seen)
        where TMeasurement : struct, IStateMeasurement, allows ref struct
    {
        // Which explains it better, and by how much.
        var ratio = Math.Exp(seen.LogLikelihood(belief.Turning.Plane) - seen.LogLikelihood(belief.Straight));
        var odds = belief.Turns / (1 - belief.Turns) * ratio;
        belief.Turns = double.IsFinite(odds) ? Math.Clamp(odds / (1 + odds), LeastProbability, 1 - LeastProbability) : 1 - LeastProbability;
        belief.Straight = seen.Apply(belief.Straight);
        belief.Turning = belief.Turning.After(seen.Apply(belief.Turning.Plane));
        Combine(ref belief);
    }

    private static void Mix(ref MotionBelief belief, double dt)
    {
        // A chain of two states with the same rate of change both ways.
        var change = dt > 0 ? (1 - Math.Exp(-2 * dt / Dwell)) / 2 : 0;
        var (turns, straight) = (belief.Turns, 1 - belief.Turns);
        var turning = (turns * (1 - change)) + (straight * change);
        var (stayed, began) = (turns * (1 - change) / turning, turns * change / (1 - turning));
        var plane = belief.Turning.Plane;
        belief.Turning = belief.Turning with
        {
            Plane = KinematicState.Mixture(plane, belief.Straight, stayed),
            Cross = stayed * belief.Turning.Cross,
        };
        belief.Straight = KinematicState.Mixture(plane, belief.Straight, began);
        belief.Turns = turning;
    }

    private static void Combine(ref MotionBelief belief) =>
        belief.Mean = KinematicState.Mixture(belief.Turning.Plane, belief.Straight, belief.Turns);
}
