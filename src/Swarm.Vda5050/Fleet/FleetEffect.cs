namespace Swarm.Vda5050;

/// <summary>What came of an input. After a restart some may come again: what is done by them has to bear that.</summary>
public abstract record FleetEffect
{
    /// <summary>To be sent, QoS 0, after <see cref="FleetSnapshot.Control"/> is stored.</summary>
    public sealed record Publish(VdaMessage Message) : FleetEffect;

    /// <summary>A wish that is not followed. Nothing has changed.</summary>
    public sealed record Refused(FleetRefusal Refusal, string Problem, IReadOnlyList<Violation> Violations) : FleetEffect;

    public sealed record PresenceChanged(Presence Presence) : FleetEffect;

    /// <summary>The vehicle shows an order or update.</summary>
    public sealed record OrderTaken(string OrderId, uint OrderUpdateId) : FleetEffect;

    /// <summary>An update was not taken; the order goes on as it was.</summary>
    public sealed record UpdateRejected(string OrderId, uint OrderUpdateId, VehicleError Error) : FleetEffect;

    /// <summary>The order is over.</summary>
    /// <param name="FailedActions">Ids of its actions that failed.</param>
    /// <param name="Error">Why it was rejected.</param>
    public sealed record OrderEnded(string OrderId, OrderPhase Phase, IReadOnlyList<string> FailedActions, VehicleError? Error = null) : FleetEffect;

    /// <summary>The vehicle has passed a node of the base.</summary>
    public sealed record NodePassed(string OrderId, string NodeId, uint SequenceId) : FleetEffect;

    /// <summary>An action of the order or an instant action stands otherwise.</summary>
    public sealed record ActionChanged(string ActionId, ActionStatus Status, string? Result) : FleetEffect;

    /// <summary>An instant action was not answered, or cancelOrder failed again and again.</summary>
    public sealed record ActionUnanswered(VehicleAction Action) : FleetEffect;

    /// <summary>The vehicle asks for more base.</summary>
    public sealed record BaseWanted(string OrderId) : FleetEffect;

    /// <summary>The vehicle asks for a zone or a corridor.</summary>
    public sealed record Requested(string RequestId, RequestType Type, string PlaceId, string? ZoneSetId) : FleetEffect;

    /// <summary>A grant is over: its place is free.</summary>
    public sealed record GrantEnded(Grant Grant) : FleetEffect;

    /// <summary>The vehicle says what cannot be. Nothing is released on it.</summary>
    public sealed record Contradiction(string Problem) : FleetEffect;
}
