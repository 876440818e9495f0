namespace Swarm.Bridge;

/// <summary>How much the bridge holds, and how long it waits.</summary>
public sealed class BridgeLimits
{
    /// <summary>Most messages handed to a device's grain in one call.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Most messages of QoS 0 that wait for one device's grain; beyond, the oldest is dropped.</summary>
    public int MaxQueuedPerDevice { get; init; } = 256;

    /// <summary>Most bytes of QoS 0 that wait for one device's grain; beyond, the oldest is dropped.</summary>
    public int MaxQueuedBytesPerDevice { get; init; } = 2 * 1024 * 1024;

    /// <summary>
    /// How long a message of QoS 0 may wait for its device's grain; after that it is dropped unopened. Perception would refuse it, and
    /// under overload the work goes to what is still true.
    /// </summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most unacknowledged messages of QoS 1 that an external broker may have under way to the bridge.</summary>
    public int ReceiveMaximum { get; init; } = 1024;

    /// <summary>Most unknown devices looked at in one moment; messages of further ones are dropped.</summary>
    public int MaxStrangers { get; init; } = 512;

    /// <summary>Most messages that wait for one unknown device's admission; further ones are dropped, of QoS 1 too.</summary>
    public int MaxQueuedPerStranger { get; init; } = 256;

    /// <summary>Most bytes that wait for one unknown device's admission.</summary>
    public int MaxBytesPerStranger { get; init; } = 64 * 1024;

    /// <summary>How often in a second the site is asked whether to admit an unknown device.</summary>
    public int AdmissionsPerSecond { get; init; } = 200;

    /// <summary>How long an admission holds before the site is asked again.</summary>
    public TimeSpan AdmissionHolds { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a device that was not admitted is turned away without asking again.</summary>
    public TimeSpan RefusalHolds { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how long without a message a device's mailbox is taken down.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>First and longest wait before a message that a grain did not take is tried again.</summary>
    public TimeSpan MinRetry { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan MaxRetry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the lease of the ingest session lasts unless renewed: how long messages wait when a bridge dies.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// After how long without a connection to the broker the holder of the lease gives it up, and for how long it then leaves it to others: it may
    /// be the only one that does not reach the broker.
    /// </summary>
    public TimeSpan WithoutBroker { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long an external broker keeps messages of QoS 1 while no bridge is there.</summary>
    public TimeSpan SessionExpiry { get; init; } = TimeSpan.FromHours(1);
}
