using Swarm.Device;
using Swarm.Domain;
using Swarm.Messaging;
using Swarm.Perception;

namespace Swarm.Benchmarks.Sharing;

/// <summary>
/// A site of one cell in memory that tells its devices what a silo does, ten times a second, and counts what it takes: by the rules, and as if
/// each list were whole.
/// </summary>
internal sealed class SharingSite(SharingCount count, DateTimeOffset start)
{
    /// <summary>As a silo's cells have it.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private const double Radius = 40;

    private readonly Tracker _tracker = new(new TrackerOptions(), "bench");
    private readonly HazardAssessment _assessment = new(new HazardOptions());
    private readonly Dictionary<DeviceId, (TrackSharing Sharing, TrackMemory Memory)> _receivers = [];
    private readonly HashSet<DeviceId> _hadAny = [];

    public int Devices => _receivers.Count;

    public void Take(DeviceId device, Factsheet factsheet, UplinkMessage message, DateTimeOffset now)
    {
        _receivers.TryAdd(device, (new TrackSharing(Tick), new TrackMemory()));
        if (message is DetectionFrame frame)
        {
            count.DetectionBytes += ProtocolCodec.Encode(frame).Length;
            _tracker.Observe(SiteFrame.ToSite(device, frame), now);
        }
        else if (message is DeviceState state)
        {
            _tracker.Move(new(
                device, factsheet.Kind, state.Time, state.Pose, state.Covariance, state.Velocity, state.YawRate ?? 0, factsheet.Size, factsheet.Sensors));
        }
    }

    /// <param name="tell">Takes what a device is told.</param>
    public void Advance(DateTimeOffset now, Action<DeviceId, DownlinkMessage> tell)
    {
        _tracker.Advance(now);
        var (tracks, motions) = (_tracker.Tracks, _tracker.Devices);
        foreach (var motion in motions)
        {
            tell(motion.Device, new HazardList(now, _assessment.Assess(motion, tracks, motions, now, _tracker.WhoSees)));
            var unseen = HazardAssessment.Unseen(motion, tracks, Radius);
            CountAll(motion.Device, unseen, now);
            var (sharing, memory) = _receivers[motion.Device];
            var due = sharing.Due(unseen, now);
            var gone = sharing.Gone(unseen);
            if (due.Count > 0 || gone.Count > 0)
            {
                sharing.Note(due, gone, now);
                var list = new TrackList(now, due, gone);
                count.DueBytes += ProtocolCodec.Encode(list).Length;
                count.DueMessages++;
                memory.Take(list, now - start);
                tell(motion.Device, list);
            }

            Compare(unseen, memory.At(now - start));
        }
    }

    /// <summary>A list that is whole goes out while there is anything in it, and once when there is nothing any more.</summary>
    private void CountAll(DeviceId device, IReadOnlyList<Track> unseen, DateTimeOffset now)
    {
        var any = unseen.Count > 0;
        if (any || _hadAny.Remove(device))
        {
            count.AllBytes += ProtocolCodec.Encode(new TrackList(now, unseen)).Length;
            count.AllMessages++;
        }

        if (any)
            _hadAny.Add(device);
    }

    private void Compare(IReadOnlyList<Track> unseen, IReadOnlyList<Track> held)
    {
        var known = held.ToDictionary(track => track.Id, track => track.Position.Plane);
        count.Holds(unseen.Count, held.Count);
        foreach (var track in unseen)
        {
            if (known.TryGetValue(track.Id, out var place))
                count.Off(place.DistanceTo(track.Position.Plane));
        }
    }
}
