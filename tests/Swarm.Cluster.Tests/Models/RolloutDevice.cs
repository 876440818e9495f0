using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Cluster.Tests;

/// <summary>A device with a reflex, on an MQTT connection of its own; every tick is counted, and so is every verdict.</summary>
internal sealed class RolloutDevice : IAsyncDisposable
{
    private static readonly ReflexProfile Profile = new() { Length = 0.9, Width = 0.6, MaxSpeed = 1.9, Acceleration = 1, Braking = 2 };
    private static readonly Factsheet Factsheet = new(DeviceKind.Wagon, Compute.OnBoard, new Size(0.9, 0.6, 1), [], MaxSpeed: 1.9);
    private static readonly ReflexInput Free = new(SectorRanges.Clear, 1);

    private readonly SiteLink _site = new(TimeProvider.System);
    private readonly ReflexSlot _reflex = new(Profile);
    private readonly DeviceLink _link;
    private readonly ModelKeeper _models;
    private long _ticks;
    private long _verdicts;

    public RolloutDevice(LiveSite site, int number)
    {
        Id = new($"wagon-{number}");
        _link = new(
            new DeviceLinkOptions { Broker = site.Address, Site = site.Site.Site, Device = Id, Factsheet = Factsheet, Receive = Receive },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        _models = new(
            site.Site.Site, _reflex, SignedReflex.Verifier, new() { Ticks = 20, MostDiffering = 1 }, _link.FetchRetainedAsync, TimeProvider.System);
        _link.Start();
    }

    public DeviceId Id { get; }

    public string Version => _reflex.State.Active.Version;

    public long Ticks => Interlocked.Read(ref _ticks);

    public long Verdicts => Interlocked.Read(ref _verdicts);

    public ModelReport? Report => _models.Report?.GetValueOrDefault(ReflexModels.Name);

    /// <summary>One tick of the reflex: a verdict that bids go or slow, as the way is free, from a net that is one.</summary>
    public void Tick()
    {
        Interlocked.Increment(ref _ticks);
        var verdict = _reflex.Step(Free);
        if (verdict is { Action: not ReflexAction.Stop, Reason: not ReflexReason.None, Speed: > 0 } && verdict.Speed <= verdict.Limit)
            Interlocked.Increment(ref _verdicts);
    }

    public void Tell() => _link.Post(new DeviceState(
        TimeProvider.System.GetUtcNow(), default, PoseCovariance.Diagonal(0.1, 0.1), default, DeviceMode.Automatic,
        DesiredVersion: _site.Guidance.DesiredVersion, Models: _models.Report));

    public async ValueTask DisposeAsync()
    {
        await _models.DisposeAsync();
        await _link.DisposeAsync();
    }

    private CommandAck? Receive(DownlinkMessage message)
    {
        if (message is DesiredState desired)
            _models.Receive(desired);
        return _site.Receive(message);
    }
}
