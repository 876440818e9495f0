using Microsoft.Extensions.Logging;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Inference;
using Swarm.Messaging;

namespace Swarm.Simulation;

/// <summary>One device of a fleet: its connection and, where asked for, the faults of its radio, both ways.</summary>
internal sealed class FleetMember : IAsyncDisposable
{
    /// <summary>Some seconds of the world's ticks.</summary>
    private static readonly ShadowLimits Shadow = new() { Ticks = 60 };

    private readonly SimulatedDevice _device;
    private readonly DeviceLink _link;
    private readonly ModelKeeper? _models;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly FaultyLink<UplinkMessage>? _up;
    private readonly FaultyLink<DownlinkMessage>? _down;
    private long _commands;

    public FleetMember(SimulatedDevice device, FleetOptions options, ulong seed, TimeProvider time, ILoggerFactory loggers)
    {
        (_device, _time) = (device, time);
        if (options.Faults is { } faults)
            (_up, _down) = (new(faults, 2 * seed), new(faults, (2 * seed) + 1));
        _link = new(
            new DeviceLinkOptions
            {
                Broker = options.Broker,
                Site = options.Site,
                Device = device.Id,
                Factsheet = device.Factsheet,
                Receive = Arrive,
                UseMqtt311 = options.UseMqtt311,
            },
            time,
            loggers);
        if (device.Reflex is not { } reflex)
            return;
        _models = new(options.Site, reflex, new(options.ModelKeys), Shadow, _link.FetchRetainedAsync, time);
        device.Models = () => _models.Report;
    }

    public bool IsConnected => _link.State == MqttConnectionState.Connected;

    public long Published => _link.Sent;

    public long NotPublished => _link.NotSent;

    public long Commands => Interlocked.Read(ref _commands);

    public bool IsStopped => _device.Site.Guidance.Stopped;

    public void Start() => _link.Start();

    /// <summary>Sends a report of the device off.</summary>
    public void Send(UplinkMessage message)
    {
        if (_up is null)
            _link.Post(message);
        else
            _up.Send(message, _time.GetUtcNow(), mayBeLost: message is DeviceState or DetectionFrame);
    }

    /// <summary>Hands over what the faults have held back until now.</summary>
    public void Relay()
    {
        if (_up is null || _down is null)
            return;
        lock (_lock)
            foreach (var message in _down.Receive(_time.GetUtcNow()))
                if (Take(message) is { } answer)
                    Send(answer);
        foreach (var message in _up.Receive(_time.GetUtcNow()))
            _link.Post(message);
    }

    public async ValueTask DisposeAsync()
    {
        if (_models is not null)
            await _models.DisposeAsync();
        await _link.DisposeAsync();
    }

    private CommandAck? Arrive(DownlinkMessage message)
    {
        if (_down is null)
            return Take(message);
        lock (_lock)
            _down.Send(message, _time.GetUtcNow(), mayBeLost: message is not (DeviceCommand or DesiredState));
        return null;
    }

    private CommandAck? Take(DownlinkMessage message)
    {
        if (message is DesiredState desired)
            _models?.Receive(desired);
        var answer = _device.Site.Receive(message);
        if (answer is not null)
            Interlocked.Increment(ref _commands);
        return answer;
    }
}
