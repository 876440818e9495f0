namespace Swarm.Simulation;

/// <summary>How a fleet fares.</summary>
/// <param name="Devices">All of them.</param>
/// <param name="Connected">Those with a connection now.</param>
/// <param name="Published">Messages handed to the broker.</param>
/// <param name="NotPublished">Messages dropped for want of a connection.</param>
/// <param name="Commands">Commands answered.</param>
/// <param name="Stopped">Devices that a stop holds now.</param>
/// <param name="Contacts">Where a wagon in motion has touched a person.</param>
public readonly record struct FleetCounts(
    int Devices, int Connected, long Published, long NotPublished, long Commands, int Stopped, int Contacts);
