namespace Swarm.Benchmarks.Reflex;

/// <summary>What goes on beside the reflex.</summary>
internal enum ReflexScenario
{
    /// <summary>Nothing but what the machine does anyway.</summary>
    Alone,

    /// <summary>A process for each core that does nothing but compute.</summary>
    BusyCores,

    /// <summary>The agent is connected to a site, which goes away after a third of the time.</summary>
    LinkCut,

    /// <summary>Another process allocates 20 MB a second.</summary>
    GarbageNextDoor,

    /// <summary>Another thread of the agent itself allocates 20 MB a second: why it must not.</summary>
    GarbageWithin,
}
