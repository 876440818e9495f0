namespace Swarm.Device;

/// <summary>Metres per second that hold until <paramref name="Expires"/>, site time.</summary>
public readonly record struct SpeedLimit(double MaxSpeed, DateTimeOffset Expires);
