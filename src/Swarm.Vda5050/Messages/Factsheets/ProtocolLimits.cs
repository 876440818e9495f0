namespace Swarm.Vda5050;

/// <summary>How much the vehicle can take. 0 or null: no limit is known.</summary>
public sealed record ProtocolLimits
{
    public required StringLimits MaximumStringLengths { get; init; }

    public required ArrayLimits MaximumArrayLengths { get; init; }

    public required ProtocolTiming Timing { get; init; }
}
