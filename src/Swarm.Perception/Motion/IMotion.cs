namespace Swarm.Perception;

/// <summary>How a body is taken to move, and the filter that follows from it. Keeps nothing itself: what it knows of a body is in its belief.</summary>
internal interface IMotion
{
    /// <summary>Begins anew with what is known of a body.</summary>
    void Begin(ref MotionBelief belief, in KinematicState first);

    /// <summary>The mean <paramref name="dt"/> seconds later, or earlier where negative.</summary>
    KinematicState Predict(ref MotionBelief belief, double dt);

    /// <summary>Brings the belief <paramref name="dt"/> seconds on.</summary>
    /// <param name="predicted">What <see cref="Predict"/> says for that time.</param>
    void Advance(ref MotionBelief belief, in KinematicState predicted, double dt);

    void Take<TMeasurement>(ref MotionBelief belief, in TMeasurement seen)
        where TMeasurement : struct, IStateMeasurement, allows ref struct;
}
