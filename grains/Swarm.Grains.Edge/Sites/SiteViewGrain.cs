using Microsoft.Extensions.Logging;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>The live picture of a site, in memory.</summary>
[GrainType("site-view")]
internal sealed partial class SiteViewGrain(TimeProvider time, EdgeMetrics metrics, ILogger<SiteViewGrain> logger) : Grain, ISiteViewGrain
{
    private const int CallsAtOnce = 64;
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CellSilentAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReportsLateBy = TimeSpan.FromMinutes(1);

    private readonly Dictionary<DeviceId, DeviceSummary> _devices = [];
    private readonly Dictionary<CellId, (CellView View, DateTimeOffset At)> _cells = [];
    private readonly Dictionary<DeviceId, DateTimeOffset> _forgotten = [];
    private SiteId _site;
    private IReadOnlyList<Stop> _stops = [];
    private HashSet<DeviceId>? _unasked;
    private IGrainTimer _timer = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _site = new SiteId(this.GetPrimaryKeyString());
        _timer = this.RegisterGrainTimer(
            GatherAsync, new GrainTimerCreationOptions(TimeSpan.Zero, RetryPeriod) { Interleave = true, KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task ReportDevice(DeviceSummary device)
    {
        if (_forgotten.TryGetValue(device.Id, out var at))
        {
            if (time.GetUtcNow() - at < ReportsLateBy && !(device.LastSeen > at))
            {
                // Sent before it was forgotten: reports are not ordered with calls of others.
                return Task.CompletedTask;
            }

            _forgotten.Remove(device.Id);
        }

        _devices[device.Id] = device;
        _unasked?.Remove(device.Id);
        return Task.CompletedTask;
    }

    public Task ReportCell(CellView cell)
    {
        _cells[cell.Cell] = (cell, time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task ForgetDevice(DeviceId device)
    {
        var now = time.GetUtcNow();
        foreach (var old in _forgotten.Where(entry => now - entry.Value >= ReportsLateBy).Select(entry => entry.Key).ToList())
        {
            _forgotten.Remove(old);
        }

        _forgotten[device] = now;
        _devices.Remove(device);
        _unasked?.Remove(device);
        return Task.CompletedTask;
    }

    public async Task<SiteView> Get()
    {
        try
        {
            _stops = (await GrainFactory.Site(_site).GetStops()).Stops;
        }
        catch (Exception exception)
        {
            // The rest of the picture is worth more than an error page.
            metrics.FailedCall("site");
            LogStopsUnknown(exception);
        }

        var now = time.GetUtcNow();
        foreach (var silent in _cells.Where(cell => now - cell.Value.At > CellSilentAfter).Select(cell => cell.Key).ToList())
        {
            _cells.Remove(silent);
        }

        var views = _cells.Values.Select(cell => cell.View).ToList();
        return new SiteView(
            now,
            [.. _devices.Values.OrderBy(device => device.Id.Value, StringComparer.Ordinal)],
            [.. views.SelectMany(view => view.Tracks).GroupBy(track => track.Id).Select(same => same.MaxBy(track => track.Time)!)],
            [.. views.SelectMany(view => view.Hazards.Select(hazards => (view.Time, hazards)))
                .GroupBy(pair => pair.hazards.Device)
                .Select(same => same.MaxBy(pair => pair.Time).hazards)],
            _stops);
    }

    /// <summary>Asks all devices for what they reported before this activation; those that fail again later.</summary>
    private async Task GatherAsync(CancellationToken cancellationToken)
    {
        _unasked ??= [.. (await GrainFactory.Site(_site).GetDevices()).Except(_devices.Keys)];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = CallsAtOnce,
            CancellationToken = cancellationToken,
            TaskScheduler = TaskScheduler.Current, // Stays on this grain's own thread.
        };
        await Parallel.ForEachAsync(_unasked.ToList(), options, (device, cancellation) => GatherAsync(device, cancellation));
        if (_unasked.Count == 0)
        {
            _timer.Dispose();
        }
    }

    private async ValueTask GatherAsync(DeviceId device, CancellationToken cancellationToken)
    {
        try
        {
            var summary = await GrainFactory.Device(_site, device).GetSummary().WaitAsync(cancellationToken);
            if (_unasked!.Remove(device))
            {
                _devices.TryAdd(device, summary);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.FailedCall("device");
            LogNotGathered(exception, device);
        }
    }

    [LoggerMessage(EventId = 30, EventName = "NotGathered", Level = LogLevel.Warning,
        Message = "{Device} did not answer for the live view; asked again.")]
    private partial void LogNotGathered(Exception exception, DeviceId device);

    [LoggerMessage(EventId = 31, EventName = "StopsUnknown", Level = LogLevel.Warning,
        Message = "The stops of the site could not be read for the live view; the last known ones are shown.")]
    private partial void LogStopsUnknown(Exception exception);
}
