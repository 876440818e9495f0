using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Grains.Edge;

/// <summary>
/// The twin of a device. What changes its course is stored before anybody is told that it was taken; telemetry is kept here and stored
/// every few seconds.
/// </summary>
[GrainType("device")]
internal sealed partial class DeviceGrain(
    [PersistentState("device", EdgeStorage.Name)] IPersistentState<DeviceRecord> store,
    SiteInfo site,
    IDownlink link,
    TimeProvider time,
    EdgeMetrics metrics,
    ILogger<DeviceGrain> logger) : Grain, IDeviceGrain
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HazardsFresh = TimeSpan.FromSeconds(3);

    private readonly RejectionLog _rejections = new();
    private readonly AlignmentWatch _alignment = new();
    private DeviceId _id;
    private DeviceRecord _record = new();
    private DeviceDownlink _downlink = null!;
    private CellRouter _router = null!;
    private DeviceReporter _reporter = null!;
    private IGrainTimer _timer = null!;
    private bool _ticking;
    private bool _dirty;
    private DateTimeOffset _written;
    private DateTimeOffset _activated;
    private StopList? _stops;
    private HazardList? _hazards;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_, _id) = GrainKeys.ParseDevice(this.GetPrimaryKeyString());
        _record = store.State;
        _activated = _written = time.GetUtcNow();
        _downlink = new DeviceDownlink(_id, link, time, metrics, logger);
        _router = new CellRouter(site, GrainFactory, time, metrics, logger);
        _reporter = new DeviceReporter(GrainFactory.SiteView(site.Site), time);
        _timer = this.RegisterGrainTimer(TickAsync, Timeout.InfiniteTimeSpan, TickPeriod);
        if (store.RecordExists)
        {
            await ReportAsync();
        }

        WakeUp();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_dirty)
        {
            await FlushAsync();
        }
    }

    public async Task Receive(IReadOnlyList<Uplink> batch)
    {
        using var activity = EdgeMetrics.Activities.StartActivity("device receive");
        await EnsureStopsAsync();
        var intake = new Intake(_id, _record, _stops);
        foreach (var uplink in batch)
        {
            intake.Take(uplink);
        }

        if (intake.HasTransition)
        {
            await CommitAsync(intake.Record);
        }
        else
        {
            _record = intake.Record;
            _dirty = true;
        }

        metrics.Messages(batch.Count);
        WakeUp();
        if (intake.HasBirth)
        {
            await _downlink.GreetAsync(_record);
        }
        else if (intake.HasTransition)
        {
            await _downlink.SendDueAsync(_record.Commands);
        }

        await _router.RouteAsync(
            intake.Motion is { } state ? _record.MotionOf(_id, state) : null,
            intake.Frames.ConvertAll(frame => SiteFrame.ToSite(_id, frame)));
        await ReportAsync();
    }

    public Task Reject(IReadOnlyList<Rejection> newest, long count)
    {
        _rejections.Add(newest, count);
        metrics.Rejections(count);
        WakeUp();
        return ReportAsync();
    }

    public Task<DeviceTwin> GetTwin() => Task.FromResult(_record.TwinOf(
        _id, _hazards is { } list && time.GetUtcNow() - list.Time < HazardsFresh ? list.Hazards : [], _rejections, _alignment.At(time.GetUtcNow())));

    public Task<DeviceSummary> GetSummary() => Task.FromResult(Summary());

    public async Task<DesiredState> SetDesired(double? maxSpeed, IReadOnlyDictionary<string, string>? properties)
    {
        var desired = new DesiredState(_record.Desired.Version + 1, maxSpeed, properties);
        await CommitAsync(_record with { Desired = desired });
        await _downlink.SendDesiredAsync(desired);
        WakeUp();
        return desired;
    }

    public async Task<DeviceCommand> LimitSpeed(double maxSpeed, TimeSpan validFor, string? reason)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxSpeed);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(validFor, TimeSpan.Zero);
        await CommitAsync(_record with { Commands = _record.Commands.Limit(maxSpeed, validFor, reason, time.GetUtcNow()) });
        var command = _record.Commands.Statuses[0].Command;
        await _downlink.SendDueAsync(_record.Commands);
        WakeUp();
        return command;
    }

    public async Task UpdateStops(StopList stops)
    {
        await ApplyAsync(stops);
        await ReportAsync();
        WakeUp();
    }

    public async Task UpdateSurroundings(HazardList? hazards, TrackList? tracks)
    {
        if (hazards is not null)
        {
            _hazards = hazards;
            await _downlink.SendHazardsAsync(hazards);
        }

        if (tracks is not null)
        {
            await _downlink.SendTracksAsync(tracks);
        }
    }

    public Task UpdateAlignment(DeviceAlignment alignment)
    {
        if (_alignment.Note(alignment))
        {
            LogSuspect(_id, alignment);
        }

        metrics.Alignment(_alignment.At(alignment.Time)!);
        return Task.CompletedTask;
    }

    public async Task Forget()
    {
        await store.ClearStateAsync();
        _record = new DeviceRecord();
        _dirty = false;
        DeactivateOnIdle();
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var connection = _record.Connection.Age(now, _activated);
        if (!ReferenceEquals(connection, _record.Connection))
        {
            _record = _record with { Connection = connection };
            _dirty = true;
        }

        await EnsureStopsAsync();
        if (IsReachable)
        {
            await _downlink.SendDueAsync(_record.Commands);
            await _downlink.ReconcileAsync(_record);
        }

        if (_dirty && now - _written >= FlushEvery)
        {
            await FlushAsync();
        }

        if (_reporter.IsNews(Summary()))
        {
            await ReportAsync();
        }

        // Last, since it throws where the store fails; the next tick sends what is renewed.
        var commands = _record.Commands.Renew(now, birth: false);
        if (!ReferenceEquals(commands, _record.Commands))
        {
            await CommitAsync(_record with { Commands = commands });
        }

        Rest();
    }

    private bool IsReachable => _record.Connection.Presence is Presence.Online or Presence.Stale;

    /// <summary>The timer runs only while there is something to watch: a site may know many devices that are switched off.</summary>
    private void WakeUp()
    {
        if (!_ticking && HasWork())
        {
            _ticking = true;
            _timer.Change(TickPeriod, TickPeriod);
        }
    }

    private void Rest()
    {
        if (!HasWork())
        {
            _ticking = false;
            _timer.Change(Timeout.InfiniteTimeSpan, TickPeriod);
        }
    }

    private bool HasWork() =>
        _dirty
        || _stops is null
        || _record.Connection.Presence == Presence.Online
        || (IsReachable && (_record.Commands.Due(time.GetUtcNow()).Count > 0 || !DeviceDownlink.IsReconciled(_record)))
        || _reporter.IsNews(Summary());

    /// <summary>
    /// Asks the site which stops there are, once. Not while activating: the site itself may be waiting for that, to say it with
    /// <see cref="UpdateStops"/>.
    /// </summary>
    private async Task EnsureStopsAsync()
    {
        if (_stops is not null)
        {
            return;
        }

        try
        {
            await ApplyAsync(await GrainFactory.Site(site.Site).GetStops());
        }
        catch (Exception exception)
        {
            // What held the device holds on; the next tick asks again.
            metrics.FailedCall("site");
            LogStopsUnknown(exception, _id);
        }
    }

    private async Task ApplyAsync(StopList stops)
    {
        if (_stops is not null && stops.Version <= _stops.Version)
        {
            return;
        }

        var commands = _record.Commands.Hold(stops, _id, _record.State?.Pose.Plane, time.GetUtcNow());
        if (!ReferenceEquals(commands, _record.Commands))
        {
            await CommitAsync(_record with { Commands = commands });
        }

        // Only now: had the write failed, the list must count as new when it comes again.
        _stops = stops;
        await _downlink.SendDueAsync(_record.Commands);
    }

    private async Task CommitAsync(DeviceRecord next)
    {
        store.State = next;
        try
        {
            await store.WriteStateAsync();
        }
        catch
        {
            metrics.FailedWrite("device");
            throw;
        }

        _record = next;
        _dirty = false;
        _written = time.GetUtcNow();
    }

    private async Task FlushAsync()
    {
        try
        {
            await CommitAsync(_record);
        }
        catch (Exception exception)
        {
            LogNotFlushed(exception, _id);
        }
    }

    private Task ReportAsync() => _reporter.ReportAsync(Summary());

    private DeviceSummary Summary() => _record.SummaryOf(_id, _rejections.Count);

    [LoggerMessage(EventId = 3, EventName = "StopsUnknown", Level = LogLevel.Warning,
        Message = "{Device} could not be told which stops hold it; asked again every second.")]
    private partial void LogStopsUnknown(Exception exception, DeviceId device);

    [LoggerMessage(EventId = 5, EventName = "Suspect", Level = LogLevel.Warning,
        Message = "The picture of {Device} is off that of the others by more than it says it may be; look at its pose, mounting and clock: {Alignment}.")]
    private partial void LogSuspect(DeviceId device, DeviceAlignment alignment);

    [LoggerMessage(EventId = 4, EventName = "NotFlushed", Level = LogLevel.Warning,
        Message = "The telemetry of {Device} could not be stored; tried again.")]
    private partial void LogNotFlushed(Exception exception, DeviceId device);
}
