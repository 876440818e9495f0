namespace Swarm.Evaluation;

/// <summary>A sighting beside what the motion capture says of it.</summary>
/// <param name="IsDevice">Whether another robot was seen.</param>
/// <param name="Range">True, in metres.</param>
/// <param name="Bearing">True, in radians.</param>
/// <param name="YawRate">True, of the robot that saw, in radians per second.</param>
internal readonly record struct KnownSighting(MrClamSighting Seen, bool IsDevice, double Range, double Bearing, double YawRate);
