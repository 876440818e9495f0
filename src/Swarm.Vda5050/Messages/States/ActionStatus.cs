namespace Swarm.Vda5050;

/// <summary>The life of an action (3.0: 6.6.9).</summary>
public enum ActionStatus
{
    Waiting,
    Initializing,
    Running,

    /// <summary>In the text of 2.1, not in its schema.</summary>
    Paused,

    /// <summary>Failed, and may be tried again (3.0).</summary>
    Retriable,
    Finished,
    Failed,
}
