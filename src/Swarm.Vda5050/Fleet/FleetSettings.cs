namespace Swarm.Vda5050;

/// <summary>How fleet control's half of the protocol behaves.</summary>
public sealed record FleetSettings
{
    /// <summary>Between two copies of what was not answered. Doubled with each, up to <see cref="LongestResend"/>.</summary>
    public TimeSpan Resend { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan LongestResend { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Copies of an instant action (other than cancelOrder) after which its silence is told and it is given up.</summary>
    public int InstantActionCopies { get; init; } = 8;

    /// <summary>cancelOrders that failed while the order runs on, after which that is told.</summary>
    public int CancelAttempts { get; init; } = 5;

    /// <summary>Instant actions that are over in a vehicle's state, from which on they are cleared (3.0: 7.8).</summary>
    public int ClearInstantActionsAt { get; init; } = 20;

    /// <summary>So many times the longest interval between states without one: what is known of the vehicle is old.</summary>
    public double StaleAfterIntervals { get; init; } = 2.5;
}
