namespace Swarm.Vda5050;

/// <summary>What the vehicle's safety functions say.</summary>
public sealed record SafetyState
{
    /// <summary>Named <c>eStop</c> in 2.1.</summary>
    public required EmergencyStop ActiveEmergencyStop { get; init; }

    /// <summary>A protective field or a bumper is touched.</summary>
    public required bool FieldViolation { get; init; }
}
