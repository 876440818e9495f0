namespace Swarm.Grains.Edge;

/// <summary>
/// The alignment of a device as its cells report it, once a second. It becomes suspect when reports have been so for some seconds on end, and stops being
/// it as slowly: an error of three deviations comes and goes by chance, once in some minutes for each device.
/// </summary>
internal sealed class AlignmentWatch
{
    /// <summary>So many more suspect reports than others make a suspect.</summary>
    public const int Enough = 5;

    /// <summary>No word for so long means that nobody knows any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private DeviceAlignment? _newest;
    private int _weight;
    private bool _suspect;

    /// <returns>True when the device has become suspect with this report.</returns>
    public bool Note(DeviceAlignment report)
    {
        if (At(report.Time) is null)
        {
            (_weight, _suspect) = (0, false);
        }

        _newest = report;
        _weight = Math.Clamp(_weight + (report.Suspect ? 1 : -1), 0, Enough);
        var before = _suspect;
        _suspect = _suspect ? _weight > 0 : _weight == Enough;
        return _suspect && !before;
    }

    /// <summary>The newest report with the judgement of all, or null where there is none of late.</summary>
    public DeviceAlignment? At(DateTimeOffset now) =>
        _newest is { } newest && now - newest.Time <= Fresh ? newest with { Suspect = _suspect } : null;
}
