namespace Swarm.Vda5050;

/// <summary>An action that the vehicle was given, and how it stands.</summary>
/// <param name="Scope">Node, edge or instant.</param>
/// <param name="SequenceId">Of the node or edge.</param>
/// <param name="Result">For people.</param>
public sealed record TrackedAction(VehicleAction Action, ActionScope Scope, uint SequenceId, ActionStatus Status, string? Result = null)
{
    public string Id => Action.ActionId;

    internal ActionState ToState() => new()
    {
        ActionId = Action.ActionId,
        ActionType = Action.ActionType,
        ActionDescriptor = Action.ActionDescriptor,
        ActionStatus = Status,
        ActionResult = Result,
    };
}
