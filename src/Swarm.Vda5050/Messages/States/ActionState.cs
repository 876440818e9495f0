namespace Swarm.Vda5050;

/// <summary>How an action stands.</summary>
public sealed record ActionState
{
    public required string ActionId { get; init; }

    public string? ActionType { get; init; }

    public string? ActionDescriptor { get; init; }

    public required ActionStatus ActionStatus { get; init; }

    /// <summary>Named <c>resultDescription</c> in 2.1.</summary>
    public string? ActionResult { get; init; }
}
