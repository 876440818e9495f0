using Swarm.Domain;

namespace Swarm.Device;

/// <summary>
/// How fast a thin device may go by the verdicts that its site gives on its scans. A verdict holds for <see cref="Silence"/> from when the scan was
/// <i>sent</i>, by the device's own clock: a verdict that was long under way says nothing, and no clock of the site's is needed. Without one, it
/// stops. Not thread-safe.
/// </summary>
public sealed class DriveWatch(TimeProvider time)
{
    public static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(300);

    private readonly Queue<(long Sequence, long SentAt)> _sent = [];
    private (double MaxSpeed, long SentAt)? _verdict;

    /// <summary>Metres per second: 0 where no verdict is fresh.</summary>
    public double MaxSpeed => _verdict is { } verdict && IsFresh(verdict.SentAt) ? verdict.MaxSpeed : 0;

    /// <summary>A scan is sent now.</summary>
    public void Note(RangeScan scan)
    {
        while (_sent.TryPeek(out var oldest) && !IsFresh(oldest.SentAt))
            _sent.Dequeue();
        _sent.Enqueue((scan.Sequence, time.GetTimestamp()));
    }

    /// <summary>Takes a verdict. One on no scan of the last <see cref="Silence"/>, or on an older scan than the last one, changes nothing.</summary>
    public void Take(DeviceCommand drive)
    {
        if (drive is not { Kind: CommandKind.Drive, MaxSpeed: { } speed and >= 0 } || !double.IsFinite(speed))
            return;
        foreach (var (sequence, sentAt) in _sent)
        {
            if (sequence == drive.Epoch && IsFresh(sentAt) && !(_verdict?.SentAt > sentAt))
                _verdict = (speed, sentAt);
        }
    }

    private bool IsFresh(long sentAt) => time.GetElapsedTime(sentAt) <= Silence;
}
