namespace Swarm.Evaluation;

/// <summary>What the robots localise themselves by.</summary>
public enum MrClamMethod
{
    /// <summary>Their odometry.</summary>
    DeadReckoning,

    /// <summary>Their odometry, and landmarks where they know the map.</summary>
    Alone,

    /// <summary>Each other too, as if nothing that another tells had ever come from here.</summary>
    Naive,

    /// <summary>Each other too, by split covariance intersection.</summary>
    Cooperative,
}
