using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Fuses observations of many devices into tracks. Not thread-safe: one owner, such as a grain.</summary>
/// <param name="mint">Begins the identity of every track born here; unique to the activation.</param>
public sealed class Tracker(TrackerOptions options, string mint)
{
    /// <summary>Takes what one sensor saw. False when it is older than the tracker can still use.</summary>
    public bool Observe(Observation observation) => throw new NotImplementedException();

    /// <summary>Takes where a device is: detections of the device itself by others are attributed to it and make no track.</summary>
    public void Move(DeviceMotion device) => throw new NotImplementedException();

    /// <summary>Devices that have said where they are lately.</summary>
    public IReadOnlyCollection<DeviceMotion> Devices => throw new NotImplementedException();

    /// <summary>Brings every track to <paramref name="now"/>; drops tracks and devices that nothing supports any more.</summary>
    public void Advance(DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>Confirmed and tentative tracks as of the last <see cref="Advance"/>.</summary>
    public IReadOnlyList<Track> Tracks => throw new NotImplementedException();

    /// <summary>
    /// Takes on the identity that another cell gives to an object: the local track that is the same object is renamed; where there is
    /// none the track is taken over whole.
    /// </summary>
    public void Adopt(Track track) => throw new NotImplementedException();
}
