using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// A device saw another. Each sighting is for one of the two to fuse, not for both: its noise would be in both estimates.
/// </summary>
/// <param name="Time">At the sensor.</param>
public readonly record struct DeviceSighting(DateTimeOffset Time, DeviceId Observer, DeviceId Observed, RangeBearing Seen);
