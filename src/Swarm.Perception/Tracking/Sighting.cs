using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>When a device last saw a track, and where it took it to be.</summary>
/// <param name="Place">In the shared picture; not known where another cell told of the sighting.</param>
/// <param name="Noise">Of <paramref name="Place"/>, with what is not known of the device's pose.</param>
internal record struct Sighting(DeviceId Device, DateTimeOffset Time, Point2? Place, Covariance2 Noise)
{
    /// <summary>The device is in the list of names that its log gave out last.</summary>
    public bool Listed { get; set; }
}
