namespace Swarm.Grains.Edge;

/// <summary>Tells the site's live view of a device: at once what people wait for, the rest at most twice a second.</summary>
internal sealed class DeviceReporter(ISiteViewGrain view, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private DeviceSummary? _last;
    private DateTimeOffset _sent;

    public Task ReportAsync(DeviceSummary summary)
    {
        var now = time.GetUtcNow();
        if (!IsUrgent(summary) && now - _sent < Every)
        {
            return Task.CompletedTask;
        }

        _last = summary;
        _sent = now;
        return view.ReportDevice(summary);
    }

    /// <summary>Whether the view was told something older. Of a device that nobody has spoken of, it is not told at all.</summary>
    public bool IsNews(DeviceSummary summary) =>
        _last is not null
        && (IsUrgent(summary) || summary.LastSeen != _last.LastSeen || summary.RejectedCount != _last.RejectedCount);

    private bool IsUrgent(DeviceSummary summary) =>
        _last is null
        || summary.Presence != _last.Presence
        || summary.StopCount != _last.StopCount
        || summary.Mode != _last.Mode
        || summary.Kind != _last.Kind;
}
