namespace Swarm.Cli;

/// <summary>Figure 4: joules that the device spends on a frame.</summary>
/// <param name="Device">The computer and radio that are modelled.</param>
/// <param name="PlacedJoules">The smallest size for each frame, and sending those that leave.</param>
/// <param name="AloneJoules">The size that finds no less on board, for each frame.</param>
/// <param name="Ratio">The first by the second.</param>
internal sealed record EnergyRow(string Device, double PlacedJoules, double AloneJoules, double Ratio);
