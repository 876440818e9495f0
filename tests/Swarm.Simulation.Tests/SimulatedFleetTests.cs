using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Simulation.Tests;

public sealed class SimulatedFleetTests
{
    private static readonly SiteId Site = new("test-site");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_BrokerThere_EveryDeviceReportsAndSaysGoodbye(bool faults)
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var broker = new EmbeddedBroker(new EmbeddedBrokerOptions { Port = 0 }, NullLogger<EmbeddedBroker>.Instance);
        var world = Scenes.Demo(seed: 1, TimeProvider.System.GetUtcNow(), TimeProvider.System);
        var sink = new Sink(world.Devices.Count);
        broker.SetSink(sink);
        await broker.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var fleet = new SimulatedFleet(world, TimeProvider.System, NullLoggerFactory.Instance);
        var options = new FleetOptions { Broker = broker.Address, Site = Site, Faults = faults ? LinkFaults.Rough : null };

        var running = fleet.RunAsync(options, stop.Token);
        await sink.AllSeen.WaitAsync(TimeSpan.FromSeconds(30), cancelled);
        foreach (var device in world.Devices)
            await broker.PublishAsync(Publication.Of(Site, device.Id, new DeviceCommand("stop", CommandKind.Stop, 1, DateTimeOffset.MaxValue)), cancelled);
        await sink.AllAcked.WaitAsync(TimeSpan.FromSeconds(30), cancelled);
        Assert.Equal(world.Devices.Count, fleet.Counts.Stopped);
        Assert.Equal(world.Devices.Count, fleet.Counts.Connected);
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), cancelled);

        Assert.Empty(sink.Refusals);
        Assert.All(world.Devices, device => Assert.Equal(ConnectionState.Offline, sink.Last[device.Id.Value]));
        Assert.Equal(world.Devices.Count, fleet.Counts.Commands);
    }

    private sealed class Sink(int devices) : IUplinkSink
    {
        private readonly TaskCompletionSource _allSeen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _allAcked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentDictionary<(string Device, Channel Channel), bool> _seen = new();

        public ConcurrentDictionary<string, ConnectionState> Last { get; } = new();

        public ConcurrentBag<string> Refusals { get; } = [];

        /// <summary>Birth, factsheet, state, detections and a request for the time of every device have come.</summary>
        public Task AllSeen => _allSeen.Task;

        public Task AllAcked => _allAcked.Task;

        public void Post(in UplinkPublish publish)
        {
            if (!Topic.TryParse(publish.Topic, out var parts))
                return;
            var (device, channel) = (parts.Device.ToString(), parts.Channel);
            if (!ProtocolCodec.TryDecodeUplink(
                new(device), channel, publish.Payload, TimeProvider.System.GetUtcNow(), out var message, out var refusal))
                Refusals.Add($"{publish.Topic}: {refusal.Reason} {refusal.Detail}");
            else if (message is ConnectionReport report)
                Last[device] = report.State;
            _seen[(device, channel)] = true;
            if (_seen.Keys.Count(key => key.Channel is not Channel.Ack) == 5 * devices)
                _allSeen.TrySetResult();
            if (_seen.Keys.Count(key => key.Channel is Channel.Ack) == devices)
                _allAcked.TrySetResult();
        }

        public Task AcceptAsync(UplinkPublish publish, CancellationToken cancellationToken)
        {
            Post(publish);
            return Task.CompletedTask;
        }
    }
}
