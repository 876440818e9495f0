namespace Swarm.Perception;

/// <summary>Something measured of a body, as the filters take it.</summary>
internal interface IStateMeasurement
{
    /// <summary>The state once it is known.</summary>
    KinematicState Apply(in KinematicState prior);

    /// <summary>Natural logarithm of how likely it is to be measured of a body in that state, up to a constant.</summary>
    double LogLikelihood(in KinematicState prior);
}
