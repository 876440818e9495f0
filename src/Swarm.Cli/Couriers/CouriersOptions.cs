namespace Swarm.Cli;

/// <summary>What <c>swarm replay couriers</c> was asked for.</summary>
/// <param name="Rate">States per second of each courier.</param>
/// <param name="Area">Side in metres of the square over which the couriers are spread.</param>
internal sealed record CouriersOptions(int Count, int Seed, double Rate, double Area, TimeSpan Duration);
