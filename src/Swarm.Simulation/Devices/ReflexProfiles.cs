using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>What the reflex of each kind of simulated machine must know of it.</summary>
internal static class ReflexProfiles
{
    public static ReflexProfile Wagon { get; } = new() { Length = 0.9, Width = 0.6, MaxSpeed = Simulation.Wagon.CruiseSpeed, Acceleration = 1, Braking = 2 };

    public static ReflexProfile Mower { get; } = new() { Length = 0.8, Width = 0.6, MaxSpeed = Simulation.Mower.CruiseSpeed, Acceleration = 0.5, Braking = 1.5 };

    public static ReflexProfile Drone { get; } = new() { Length = 0.6, Width = 0.6, MaxSpeed = Simulation.Drone.CruiseSpeed, Acceleration = 1.2, Braking = 1.5 };

    public static IReadOnlyList<ReflexProfile> All { get; } = [Wagon, Mower, Drone];
}
