using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Finds what a device is on course to conflict with.</summary>
public sealed class HazardAssessment(HazardOptions options)
{
    /// <summary>The conflicts of <paramref name="device"/> with confirmed tracks and with other devices, the soonest first.</summary>
    public IReadOnlyList<Hazard> Assess(
        DeviceMotion device,
        IReadOnlyCollection<Track> tracks,
        IReadOnlyCollection<DeviceMotion> devices,
        DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>Confirmed tracks within <paramref name="radius"/> metres of the device that it did not see itself.</summary>
    public static IReadOnlyList<Track> Unseen(DeviceMotion device, IReadOnlyCollection<Track> tracks, double radius) =>
        throw new NotImplementedException();
}
