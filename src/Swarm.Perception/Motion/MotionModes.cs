namespace Swarm.Perception;

/// <summary>The estimates of the two motions that a body may be in. A motion keeps up those that it needs.</summary>
internal sealed class MotionModes
{
    /// <summary>Taken to go straight on.</summary>
    public KinematicState Straight;

    /// <summary>Taken to be in a curve.</summary>
    public TurningState Turning;

    /// <summary>Probability that it is in a curve.</summary>
    public double Turns;

    public void CopyFrom(MotionModes other) => (Straight, Turning, Turns) = (other.Straight, other.Turning, other.Turns);
}
