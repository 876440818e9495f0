namespace Swarm.Perception;

/// <summary>What a motion knows of one body. Which of it is kept up is the motion's own business, but for the mean.</summary>
internal struct MotionBelief
{
    /// <summary>The estimate on the whole.</summary>
    public KinematicState Mean;

    /// <summary>Taken to go straight on.</summary>
    public KinematicState Straight;

    /// <summary>Taken to be in a curve.</summary>
    public TurningState Turning;

    /// <summary>Probability that it is in a curve.</summary>
    public double Turns;
}
