namespace Swarm.Vda5050;

/// <summary>An action that the vehicle can do.</summary>
public sealed record SupportedAction
{
    public required string ActionType { get; init; }

    public string? ActionDescription { get; init; }

    public required IReadOnlyList<ActionScope> ActionScopes { get; init; }

    /// <summary>None if it is null.</summary>
    public IReadOnlyList<SupportedParameter>? ActionParameters { get; init; }

    /// <summary>Named <c>resultDescription</c> in 2.1.</summary>
    public string? ActionResult { get; init; }

    /// <summary>Any if it is null.</summary>
    public IReadOnlyList<BlockingType>? BlockingTypes { get; init; }

    /// <summary>3.0, where it is required; false in 2.1.</summary>
    public required bool PauseAllowed { get; init; }

    /// <summary>3.0, where it is required; false in 2.1.</summary>
    public required bool CancelAllowed { get; init; }
}
