namespace Swarm.Vda5050;

/// <summary>Position at a high rate (topic <c>visualization</c>; 3.0: 7.9, 2.1: 6.13).</summary>
public sealed record VisualizationMessage : VdaMessage
{
    /// <summary>3.0: the state that it refines.</summary>
    public required uint ReferenceStateHeaderId { get; init; }

    public PlannedPath? PlannedPath { get; init; }

    public IntermediatePath? IntermediatePath { get; init; }

    public MobileRobotPosition? MobileRobotPosition { get; init; }

    public Velocity? Velocity { get; init; }
}
