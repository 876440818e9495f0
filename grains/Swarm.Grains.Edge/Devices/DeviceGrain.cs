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
    [PersistentState("device", EdgeStorage.Name)] IPersistentState<DeviceRecord> state,
    SiteInfo site,
    IDownlink link,
    TimeProvider time,
    EdgeMetrics metrics,
    ReflexLibrary library,
    ILogger<DeviceGrain> logger) : Grain, IDeviceGrain
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HazardsFresh = TimeSpan.FromSeconds(3);

    private readonly RejectionLog _rejections = new();
    private readonly AlignmentWatch _alignment = new();
    private DeviceId _id;
    private DeviceStore _store = null!;
    private DeviceDownlink _downlink = null!;
    private StopDesk _stops = null!;
    private CellRouter _router = null!;
    private ReflexDesk _reflex = null!;
    private PictureDesk _pictures = null!;
    private InferenceReport? _inference;
    private DeviceReporter _reporter = null!;
    private IGrainTimer _timer = null!;
    private bool _ticking;
    private DateTimeOffset _activated;
    private HazardList? _hazards;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_, _id) = GrainKeys.ParseDevice(this.GetPrimaryKeyString());
        _store = new DeviceStore(state, _id, time, metrics, logger);
        _activated = time.GetUtcNow();
        _downlink = new DeviceDownlink(_id, link, time, metrics, logger);
        _stops = new StopDesk(_id, GrainFactory.Site(site.Site), _store, _downlink, time, metrics, logger);
        _reflex = new ReflexDesk(_downlink, library, Record.Desired, time, metrics);
        _pictures = new PictureDesk(GrainFactory.Inference(), _downlink.SendAnswerAsync, SeeAsync, time, metrics, logger);
        _router = new CellRouter(site, GrainFactory, time, metrics, logger);
        _reporter = new DeviceReporter(GrainFactory.SiteView(site.Site), time);
        _timer = this.RegisterGrainTimer(TickAsync, Timeout.InfiniteTimeSpan, TickPeriod);
        if (state.RecordExists)
        {
            await ReportAsync();
        }

        WakeUp();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _pictures.Stop();
        await _reflex.StopAsync();
        if (_store.IsDirty)
        {
            await _store.FlushAsync();
        }
    }

    public async Task Receive(IReadOnlyList<Uplink> batch)
    {
        using var activity = EdgeMetrics.Activities.StartActivity("device receive");
        await _stops.EnsureAsync();
        var intake = new Intake(_id, Record, _stops.Known);
        foreach (var uplink in batch)
        {
            intake.Take(uplink);
        }

        if (intake.HasTransition)
        {
            await _store.CommitAsync(intake.Record);
        }
        else
        {
            _store.Keep(intake.Record);
        }

        metrics.Messages(batch.Count);
        WakeUp();
        intake.Asks.ForEach(_pictures.Take);
        intake.Pictures.ForEach(_pictures.Take);
        _inference = intake.Inference ?? _inference;
        if (intake.HasBirth)
        {
            await ReviewModelsAsync();
            await _downlink.GreetAsync(Record);
        }
        else if (intake.HasTransition)
        {
            await _downlink.SendDueAsync(Record.Commands);
        }

        await _router.RouteAsync(
            intake.Motion is { } state ? Record.MotionOf(_id, state) : null,
            intake.Frames.ConvertAll(frame => SiteFrame.ToSite(_id, frame)));
        await ReportAsync();
    }

    public async Task Sense(RangeScan scan)
    {
        if (!await _reflex.AnswerAsync(scan, Record))
        {
            _rejections.Add([new Rejection(time.GetUtcNow(), "ranges", "no-factsheet", "scans are answered once the factsheet is known")], 1);
        }
    }

    public Task Reject(IReadOnlyList<Rejection> newest, long count)
    {
        _rejections.Add(newest, count);
        metrics.Rejections(count);
        WakeUp();
        return ReportAsync();
    }

    public Task<DeviceTwin> GetTwin() => Task.FromResult(Record.TwinOf(
        _id, _hazards is { } list && time.GetUtcNow() - list.Time < HazardsFresh ? list.Hazards : [], _rejections, _alignment.At(time.GetUtcNow()), _reflex.Last, _inference, Models));

    public Task<DeviceSummary> GetSummary() => Task.FromResult(Summary());

    public async Task<DesiredState> SetDesired(double? maxSpeed, IReadOnlyDictionary<string, string>? properties)
    {
        var desired = new DesiredState(Record.Desired.Version + 1, maxSpeed, properties, Record.Desired.Models);
        await _store.CommitAsync(Record with { Desired = desired });
        await _downlink.SendDesiredAsync(desired);
        WakeUp();
        return desired;
    }

    public async Task SetModels(IReadOnlyDictionary<string, ModelChoice> models)
    {
        if (await KeepModelsAsync(models))
        {
            await _downlink.SendDesiredAsync(Record.Desired);
            WakeUp();
        }
    }

    public async Task<DeviceCommand> LimitSpeed(double maxSpeed, TimeSpan validFor, string? reason)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxSpeed);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(validFor, TimeSpan.Zero);
        await _store.CommitAsync(Record with { Commands = Record.Commands.Limit(maxSpeed, validFor, reason, time.GetUtcNow()) });
        var command = Record.Commands.Statuses[0].Command;
        await _downlink.SendDueAsync(Record.Commands);
        WakeUp();
        return command;
    }

    public async Task UpdateStops(StopList stops)
    {
        await _stops.ApplyAsync(stops);
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
        var hadDesired = Record.Desired.Version > 0;
        await _store.ClearAsync();
        if (hadDesired)
        {
            await _downlink.ClearDesiredAsync();
        }

        DeactivateOnIdle();
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var connection = Record.Connection.Age(now, _activated);
        if (!ReferenceEquals(connection, Record.Connection))
        {
            _store.Keep(Record with { Connection = connection });
        }

        await _stops.EnsureAsync();
        if (IsReachable)
        {
            await _downlink.SendDueAsync(Record.Commands);
            await _downlink.ReconcileAsync(Record);
        }

        if (_store.IsFlushDue)
        {
            await _store.FlushAsync();
        }

        if (_reporter.IsNews(Summary()))
        {
            await ReportAsync();
        }

        // Last, since it throws where the store fails; the next tick sends what is renewed.
        var commands = Record.Commands.Renew(now, birth: false);
        if (!ReferenceEquals(commands, Record.Commands))
        {
            await _store.CommitAsync(Record with { Commands = commands });
        }

        Rest();
    }

    /// <summary>A device that was away, or is new, may not have been told of a rollout. Where the site cannot say, what it was told holds on.</summary>
    private async Task ReviewModelsAsync()
    {
        IReadOnlyDictionary<string, ModelChoice> choices;
        try
        {
            choices = await GrainFactory.Models(site.Site).GetChoices(_id);
        }
        catch (Exception exception)
        {
            metrics.FailedCall("models");
            LogNotReviewed(exception, _id);
            return;
        }

        await KeepModelsAsync(choices);
    }

    /// <returns>Whether it stored something new.</returns>
    private async Task<bool> KeepModelsAsync(IReadOnlyDictionary<string, ModelChoice> models)
    {
        var before = Record.Desired.Models;
        if (models.Count == (before?.Count ?? 0) && models.All(model => before!.TryGetValue(model.Key, out var choice) && choice == model.Value))
        {
            return false;
        }

        await _store.CommitAsync(Record with { Desired = Record.Desired with { Version = Record.Desired.Version + 1, Models = models.Count == 0 ? null : models } });
        _reflex.Want(Record.Desired);
        return true;
    }

    /// <summary>A thin device runs nothing itself: its twin does.</summary>
    private IReadOnlyDictionary<string, ModelReport>? Models => _reflex.Models ?? Record.State?.Models;

    /// <summary>What the site's model, or one above it, saw in a picture of this device goes the way of what the device sees itself.</summary>
    private Task SeeAsync(CameraFrame frame, InferenceAnswer found, TimeSpan latency)
    {
        if (found.Outcome != AskOutcome.Answered)
        {
            if (found.Outcome is AskOutcome.Refused or AskOutcome.Unavailable)
            {
                _rejections.Add([new Rejection(time.GetUtcNow(), "frames", "not-looked-at", found.Detail ?? $"{found.Outcome}")], 1);
            }

            return Task.CompletedTask;
        }

        var sensor = Record.Factsheet?.Sensors.FirstOrDefault(sensor => sensor.Id == frame.Sensor);
        var detections = frame.ToDetections(sensor, found, latency);
        _inference = detections.Inference;
        return _router.RouteAsync(null, [SiteFrame.ToSite(_id, detections)]);
    }

    private DeviceRecord Record => _store.Record;

    private bool IsReachable => Record.Connection.Presence is Presence.Online or Presence.Stale;

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
        _store.IsDirty
        || _stops.Known is null
        || Record.Connection.Presence == Presence.Online
        || (IsReachable && (Record.Commands.Due(time.GetUtcNow()).Count > 0 || !DeviceDownlink.IsReconciled(Record)))
        || _reporter.IsNews(Summary());

    private Task ReportAsync() => _reporter.ReportAsync(Summary());

    private DeviceSummary Summary() => Record.SummaryOf(_id, _rejections.Count, Models);

    [LoggerMessage(EventId = 6, EventName = "ModelsNotReviewed", Level = LogLevel.Warning, Message = "The site could not say which models {Device} is to run.")]
    private partial void LogNotReviewed(Exception exception, DeviceId device);

    [LoggerMessage(EventId = 5, EventName = "Suspect", Level = LogLevel.Warning,
        Message = "The picture of {Device} is off that of the others by more than it says it may be; look at its pose, mounting and clock: {Alignment}.")]
    private partial void LogSuspect(DeviceId device, DeviceAlignment alignment);
}
