namespace Swarm.Perception;

/// <summary>How the bodies of a class are taken to move.</summary>
public enum MotionKind
{
    /// <summary>Straight on, the velocity pushed by white acceleration.</summary>
    ConstantVelocity,

    /// <summary>In a curve whose rate of turn is estimated as well.</summary>
    ConstantTurn,

    /// <summary>As people on foot do: the velocity forgets itself, so that nobody becomes fast by being foretold for long.</summary>
    Wandering,

    /// <summary>Now straight on, now in a curve, whichever explains better what is seen: interacting multiple models.</summary>
    Interacting,
}
