using Swarm.Domain;

namespace Swarm.Device;

/// <summary>
/// What a device keeps of what its site tells it, whatever carries the messages. Thread-safe: messages arrive on one thread while
/// the device drives on another.
/// </summary>
/// <param name="gate">State of the command gate from before a restart, or null.</param>
public sealed class SiteLink(TimeProvider time, GateState? gate = null)
{
    /// <summary>Silence on channel <c>hazards</c> after which the site counts as lost.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly SiteClock _clock = new(time);
    private readonly CommandGate _gate = new(gate);
    private readonly DriveWatch _drive = new(time);
    private (HazardList List, long At)? _hazards;
    private readonly TrackMemory _tracks = new();
    private readonly long _began = time.GetTimestamp();
    private DesiredState? _desired;

    /// <summary>Changes with every accepted command; what a restart must give back.</summary>
    public GateState GateState
    {
        get
        {
            lock (_lock)
                return _gate.State;
        }
    }

    /// <summary>The best fresh estimate of site time, or null.</summary>
    public TimeEstimate? SiteTime
    {
        get
        {
            lock (_lock)
                return _clock.Estimate;
        }
    }

    public SiteGuidance Guidance
    {
        get
        {
            lock (_lock)
            {
                var heard = _hazards is { } hazards && time.GetElapsedTime(hazards.At) <= Silence;
                return new(
                    _gate.Stopped,
                    !heard,
                    Least(_gate.MaxSpeed(_clock.Now), _desired?.MaxSpeed),
                    heard ? _hazards!.Value.List.Hazards : [],
                    heard ? _tracks.At(time.GetElapsedTime(_began)) : [],
                    _desired?.Version);
            }
        }
    }

    /// <summary>How fast a thin device may go by the verdicts on its scans, metres per second: see <see cref="DriveWatch"/>.</summary>
    public double DriveSpeed
    {
        get
        {
            lock (_lock)
                return _drive.MaxSpeed;
        }
    }

    /// <summary>A scan of a thin device is sent now.</summary>
    public void Note(RangeScan scan)
    {
        lock (_lock)
            _drive.Note(scan);
    }

    /// <summary>Takes a message that arrives now, and returns the answer to send, if it wants one.</summary>
    public CommandAck? Receive(DownlinkMessage message)
    {
        lock (_lock)
        {
            switch (message)
            {
                case TimeReply reply:
                    _clock.Take(reply);
                    return null;
                case HazardList list when IsNews(list.Time, _hazards?.List.Time, _hazards?.At):
                    _hazards = (list, time.GetTimestamp());
                    return null;
                case TrackList list when !IsLate(list.Time, TrackMemory.Span):
                    _tracks.Take(list, time.GetElapsedTime(_began));
                    return null;
                case DesiredState desired:
                    // Not compared with the version before: the site's word is final, also after it was restored from a backup.
                    _desired = desired.Version > 0 ? desired : null;
                    return null;
                case DeviceCommand { Kind: CommandKind.Drive } drive:
                    _drive.Take(drive);
                    return null;
                case DeviceCommand command:
                    return new(command.Id, command.Epoch, _gate.Decide(command, _clock.Now), time.GetUtcNow());
                default:
                    return null;
            }
        }
    }

    /// <summary>
    /// A list that lay in some queue is no sign of life: it says how things were. Nor does an older one replace a newer, except after
    /// silence: then the site may have come back with another clock.
    /// </summary>
    private bool IsNews(DateTimeOffset sent, DateTimeOffset? lastSent, long? lastAt)
    {
        var overtaken = sent < lastSent && lastAt is { } at && time.GetElapsedTime(at) <= Silence;
        return !IsLate(sent, Silence) && !overtaken;
    }

    private bool IsLate(DateTimeOffset sent, TimeSpan limit) => _clock.Now is { } now && now - sent > limit;

    private static double? Least(double? a, double? b) => a is { } x && b is { } y ? Math.Min(x, y) : a ?? b;
}
