namespace Swarm.Vda5050;

/// <summary>What fleet control's half of the protocol is told: messages, wishes, and time.</summary>
public abstract record FleetInput
{
    /// <summary>Time has passed: what is due is sent again. Once in a resend interval.</summary>
    public sealed record Tick : FleetInput;

    public sealed record StateReceived(StateMessage State) : FleetInput;

    public sealed record ConnectionReceived(ConnectionMessage Connection) : FleetInput;

    public sealed record FactsheetReceived(FactsheetMessage Factsheet) : FleetInput;

    public sealed record VisualizationReceived(VisualizationMessage Visualization) : FleetInput;

    /// <summary>A new order, update 0.</summary>
    public sealed record Assign(OrderMessage Order) : FleetInput;

    /// <summary>More base, or another horizon, for the order that it has: see <see cref="OrderUpdates"/>.</summary>
    public sealed record Update(OrderMessage Order) : FleetInput;

    /// <summary>Cancel the order that it has.</summary>
    public sealed record Cancel : FleetInput;

    public sealed record Instant(VehicleAction Action) : FleetInput;

    public sealed record SendZoneSet(ZoneSet ZoneSet) : FleetInput;

    /// <summary>Answer a request that the vehicle shows, or revoke a grant.</summary>
    public sealed record Answer(string RequestId, GrantType Grant, DateTimeOffset? LeaseExpiry = null) : FleetInput;

    /// <summary>A person says that the vehicle is not in the place of a grant any more.</summary>
    public sealed record Release(string RequestId) : FleetInput;
}
