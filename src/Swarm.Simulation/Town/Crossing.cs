namespace Swarm.Simulation;

/// <summary>Where people and wagons cross a road, from kerb to kerb.</summary>
/// <param name="AlongX">Whether the road that is crossed runs east and west.</param>
internal sealed record Crossing(Rectangle Area, bool AlongX);
