using Swarm.Domain;
using Swarm.Inference;
using Swarm.Messaging;
using Swarm.Simulation;

namespace Swarm.EdgeSilo.Demo;

/// <summary>Plays the simulated town against the site, over MQTT alone. It is in this process so that one command shows everything.</summary>
internal sealed class DemoFleet(SiteId site, ModelKeys keys, Func<BrokerAddress> broker, TimeProvider time, ILoggerFactory loggers) : BackgroundService
{
    /// <summary>Any would do; one keeps the town the same from day to day.</summary>
    private const ulong Seed = 1;

    public static int DeviceCount { get; } = NewWorld(TimeProvider.System).Devices.Count;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The world begins now rather than when this was made: the broker has started in between.
        var fleet = new SimulatedFleet(NewWorld(time), time, loggers);
        return fleet.RunAsync(new FleetOptions { Broker = broker(), Site = site, ModelKeys = keys }, stoppingToken);
    }

    private static World NewWorld(TimeProvider time) => Scenes.Demo(Seed, time.GetUtcNow(), time);
}
