using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A wagon in motion touched a person.</summary>
/// <param name="Speed">Of the wagon, metres per second.</param>
public sealed record Contact(DateTimeOffset Time, DeviceId Wagon, string Person, double Speed);
