namespace Swarm.Vda5050;

/// <summary>Actions to be done at once, outside of the order (topic <c>instantActions</c>; 3.0: 7.4, 2.1: 6.9).</summary>
public sealed record InstantActionsMessage : VdaMessage
{
    public required IReadOnlyList<VehicleAction> Actions { get; init; }
}
