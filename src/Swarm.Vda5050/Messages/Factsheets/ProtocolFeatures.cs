namespace Swarm.Vda5050;

/// <summary>What the vehicle understands.</summary>
public sealed record ProtocolFeatures
{
    /// <summary>Those not listed are not understood.</summary>
    public required IReadOnlyList<OptionalParameter> OptionalParameters { get; init; }

    /// <summary>Named <c>agvActions</c> in 2.1.</summary>
    public required IReadOnlyList<SupportedAction> MobileRobotActions { get; init; }

    /// <summary>What it says of an action type; null if it does not know it.</summary>
    public SupportedAction? Action(string actionType) =>
        MobileRobotActions.FirstOrDefault(action => action.ActionType == actionType);
}
