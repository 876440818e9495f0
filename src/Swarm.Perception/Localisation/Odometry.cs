namespace Swarm.Perception;

/// <summary>The motion that a device has from <paramref name="Time"/> until it says another.</summary>
/// <param name="Speed">Along the body's x axis, metres per second; negative backwards.</param>
/// <param name="YawRate">Radians per second, counter-clockwise.</param>
public readonly record struct Odometry(DateTimeOffset Time, double Speed, double YawRate);
