namespace Swarm.Vda5050;

/// <summary>The shape of the vehicle in its own frame.</summary>
public sealed record MobileRobotGeometry
{
    public IReadOnlyList<WheelDefinition>? WheelDefinitions { get; init; }

    public IReadOnlyList<Envelope2d>? Envelopes2d { get; init; }

    public IReadOnlyList<Envelope3d>? Envelopes3d { get; init; }
}
