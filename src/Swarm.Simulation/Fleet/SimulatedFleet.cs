using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Simulation;

/// <summary>
/// Plays a world in real time, each of its devices over an MQTT connection of its own, as hardware would. The world must have been made
/// with the same clock.
/// </summary>
public sealed partial class SimulatedFleet(World world, TimeProvider time, ILoggerFactory loggers)
{
    /// <summary>A machine that slept is not caught up with step by step.</summary>
    private static readonly TimeSpan MostCatchUp = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = loggers.CreateLogger<SimulatedFleet>();
    private volatile IReadOnlyDictionary<DeviceId, FleetMember> _members = new Dictionary<DeviceId, FleetMember>();

    /// <summary>May be read from any thread.</summary>
    public FleetCounts Counts
    {
        get
        {
            var members = _members.Values;
            return new(
                world.Devices.Count,
                members.Count(member => member.IsConnected),
                members.Sum(member => member.Published),
                members.Sum(member => member.NotPublished),
                members.Sum(member => member.Commands),
                members.Count(member => member.IsStopped),
                world.ContactCount);
        }
    }

    /// <summary>Plays until cancelled, then says goodbye for every device and returns. A broker that is not there is no error.</summary>
    public async Task RunAsync(FleetOptions options, CancellationToken cancellationToken)
    {
        var members = world.Devices
            .Select((device, i) => (device.Id, Member: new FleetMember(device, options, (ulong)i, time, loggers)))
            .ToDictionary(pair => pair.Id, pair => pair.Member);
        _members = members;
        foreach (var member in members.Values)
            member.Start();
        LogStarted(members.Count, options.Broker);
        try
        {
            await PlayAsync(members, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(world.Elapsed);
        }
        finally
        {
            await Task.WhenAll(members.Values.Select(member => member.DisposeAsync().AsTask()));
        }
    }

    private async Task PlayAsync(Dictionary<DeviceId, FleetMember> members, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(World.Tick, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var behind = time.GetUtcNow() - world.Time;
            if (behind > MostCatchUp)
            {
                LogSkipped(behind);
                world.SkipTo(time.GetUtcNow() - World.Tick);
            }

            while (world.Time + World.Tick <= time.GetUtcNow())
            {
                world.Step(World.Tick);
                foreach (var (device, message) in world.Reports)
                    members[device.Id].Send(message);
            }

            foreach (var member in members.Values)
                member.Relay();
        }
    }

    [LoggerMessage(EventName = "FleetStarted", Level = LogLevel.Information, Message = "{Devices} simulated devices report to {Broker}")]
    private partial void LogStarted(int devices, BrokerAddress broker);

    [LoggerMessage(EventName = "FleetStopped", Level = LogLevel.Information, Message = "Simulated devices stop after {Elapsed}")]
    private partial void LogStopped(TimeSpan elapsed);

    [LoggerMessage(EventName = "FleetSkipped", Level = LogLevel.Warning, Message = "The simulation fell {Behind} behind and skips it")]
    private partial void LogSkipped(TimeSpan behind);
}
