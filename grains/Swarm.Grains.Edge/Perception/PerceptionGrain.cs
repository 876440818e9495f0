using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Grains.Edge;

/// <summary>
/// Shared perception of one cell. No method waits for another grain: what a tick has to tell goes out through gates, so that cells and devices
/// which call each other never block one another, and a slow one costs nobody else a tick.
/// </summary>
[GrainType("perception")]
internal sealed class PerceptionGrain(SiteInfo site, TimeProvider time, EdgeMetrics metrics, ILogger<PerceptionGrain> logger)
    : Grain, IPerceptionGrain
{
    /// <summary>Tracks farther from a device than this are of no use to it; metres.</summary>
    private const double TracksRadius = 40;

    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SleepAfter = TimeSpan.FromSeconds(5);
    private static readonly TrackerOptions Options = new();

    /// <summary>Once a second.</summary>
    private const int TicksToAlignment = 10;

    private readonly SiteGrid _grid = new(site.CellSize);
    private readonly HazardAssessment _assessment = new(new HazardOptions());
    private readonly CallGate<CellId> _shareCalls = new("cell", metrics, logger);
    private readonly CallGate<CellId> _handOverCalls = new("cell", metrics, logger);
    private Audience _audience = null!;
    private CellDirectory _cells = null!;
    private CellId _cell;
    private Tracker _tracker = null!;
    private Territory _territory = null!;
    private ISiteViewGrain _siteView = null!;
    private IGrainTimer _timer = null!;
    private bool _ticking;
    private long _ticks;
    private DateTimeOffset _lastInput;
    private CellView _view = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_, _cell) = GrainKeys.ParsePerception(this.GetPrimaryKeyString());
        var activation = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3));
        _tracker = new Tracker(Options, string.Create(CultureInfo.InvariantCulture, $"{_cell.Column}.{_cell.Row}.{activation}"));
        _territory = new Territory(_grid, _cell);
        _audience = new Audience(GrainFactory, site.Site, metrics, logger);
        _cells = new CellDirectory(GrainFactory, site.Site);
        _siteView = GrainFactory.SiteView(site.Site);
        _view = new CellView(_cell, time.GetUtcNow(), [], []);
        _timer = this.RegisterGrainTimer(TickAsync, Timeout.InfiniteTimeSpan, TickPeriod);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.WhenAll(_audience.DrainAsync(), _shareCalls.DrainAsync(), _handOverCalls.DrainAsync())
            .WaitAsync(cancellationToken);

    public Task Take(DeviceMotion? device, bool owned, IReadOnlyList<Observation> observations)
    {
        if (device is not null)
        {
            Move(device, owned);
        }

        var now = time.GetUtcNow();
        foreach (var observation in observations)
        {
            if (!_tracker.Observe(observation, now))
            {
                metrics.Late();
            }
        }

        WakeUp();
        return Task.CompletedTask;
    }

    public Task Share(CellId from, IReadOnlyList<Track> tracks)
    {
        var now = time.GetUtcNow();
        foreach (var track in tracks.Where(track => !_territory.Owns(track.Id)))
        {
            AdoptForeign(track, now);
        }

        WakeUp();
        return Task.CompletedTask;
    }

    public Task HandOver(CellId from, IReadOnlyList<Track> tracks)
    {
        foreach (var track in tracks)
        {
            _tracker.Adopt(track);
            _territory.Take(track.Id);
        }

        WakeUp();

        // Before the neighbour lets go, so that whoever looks on always sees the track at one of the two.
        return ReportAsync(_territory.Settle(_tracker.Tracks, time.GetUtcNow()), _view.Hazards);
    }

    public Task<CellView> GetView() => Task.FromResult(_view);

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var activity = EdgeMetrics.Activities.StartActivity("cell tick");
        var now = time.GetUtcNow();
        if (now - _lastInput >= SleepAfter)
        {
            await SleepAsync();
            return;
        }

        _tracker.Advance(now);
        var owned = _territory.Settle(_tracker.Tracks, now);
        HandOverLeaving(owned);
        var hazards = TellDevices(now);
        if (_ticks % TicksToAlignment == 0)
        {
            TellAlignments(now);
        }

        if (_ticks++ % 2 == 0)
        {
            ShareWithNeighbours(owned);
            await ReportAsync(owned, hazards);
        }

        metrics.Tick(time.GetElapsedTime(started));
    }

    private void Move(DeviceMotion device, bool owned)
    {
        _tracker.Move(device);
        if (owned)
        {
            _audience.Add(device.Device);
        }
        else
        {
            _audience.Remove(device.Device);
        }
    }

    /// <summary>
    /// Two cells may each have begun a track of the same object at their border. The lower name wins in both, so that they do not swap names for
    /// ever.
    /// </summary>
    private void AdoptForeign(Track track, DateTimeOffset now)
    {
        if (_tracker.Adopt(track, own => _territory.Owns(own) && string.CompareOrdinal(own.Value, track.Id.Value) < 0))
        {
            _territory.Yield(track.Id, now);
        }
    }

    private void HandOverLeaving(IReadOnlyList<Track> owned)
    {
        foreach (var leaving in _territory.Leaving(owned))
        {
            _handOverCalls.TryStart(leaving.Key, leaving, HandOverAsync);
        }
    }

    private async Task HandOverAsync(IGrouping<CellId, Track> leaving)
    {
        List<Track> tracks = [.. leaving];
        await _cells[leaving.Key].HandOver(_cell, tracks);
        foreach (var track in tracks)
        {
            _territory.Yield(track.Id, time.GetUtcNow());
        }
    }

    private void ShareWithNeighbours(IReadOnlyList<Track> owned)
    {
        foreach (var shared in _territory.Shared(owned))
        {
            _shareCalls.TryStart(shared.Key, shared, tracks => _cells[tracks.Key].Share(_cell, [.. tracks]));
        }
    }

    /// <returns>The hazards of the devices that have any.</returns>
    private List<DeviceHazards> TellDevices(DateTimeOffset now)
    {
        var tracks = _tracker.Tracks;
        var devices = _tracker.Devices;
        _audience.KeepOnly(devices);
        var hazards = new List<DeviceHazards>();
        foreach (var device in devices)
        {
            if (!_audience.Contains(device.Device))
            {
                continue;
            }

            var found = _assessment.Assess(device, tracks, devices, now, _tracker.WhoSees);
            if (found.Count > 0)
            {
                hazards.Add(new DeviceHazards(device.Device, found));
            }

            _audience.Tell(device.Device, found, HazardAssessment.Unseen(device, tracks, TracksRadius), now);
        }

        return hazards;
    }

    private void TellAlignments(DateTimeOffset now)
    {
        var motions = _tracker.Devices.ToDictionary(motion => motion.Device);
        foreach (var (device, error) in _tracker.Registrations)
        {
            if (_audience.Contains(device) && motions.TryGetValue(device, out var motion))
            {
                _audience.Tell(device, error.ToAlignment(now, motion.Covariance, Options.ClockDeviation));
            }
        }
    }

    private Task ReportAsync(IReadOnlyList<Track> owned, IReadOnlyList<DeviceHazards> hazards)
    {
        _view = new CellView(_cell, time.GetUtcNow(), [.. owned.Where(track => track.Confirmed)], hazards);
        return _siteView.ReportCell(_view);
    }

    private void WakeUp()
    {
        _lastInput = time.GetUtcNow();
        if (!_ticking)
        {
            _ticking = true;
            _timer.Change(TickPeriod, TickPeriod);
        }
    }

    private Task SleepAsync()
    {
        _ticking = false;
        _timer.Change(Timeout.InfiniteTimeSpan, TickPeriod);
        return ReportAsync([], []);
    }
}
