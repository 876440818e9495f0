namespace Swarm.Vda5050;

/// <summary>What is known of a vehicle at the moment. Not stored: the next state tells it anew.</summary>
public sealed record VehicleView
{
    /// <summary>Null until one came since the beginning: nothing is sent to the vehicle before.</summary>
    public StateMessage? State { get; init; }

    /// <summary>When it came, by the clock here.</summary>
    public DateTimeOffset? StateAt { get; init; }

    /// <summary>From state or visualization, whichever came last.</summary>
    public MobileRobotPosition? Position { get; init; }

    public DateTimeOffset? PositionAt { get; init; }

    /// <summary>Whether the next state is taken whatever its number: after a new connection.</summary>
    public bool TakesAnyState { get; init; }
}
