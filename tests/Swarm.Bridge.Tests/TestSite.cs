using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Bridge.Tests;

/// <summary>A site called <c>yard</c>: a broker, fake grains, and a bridge between them.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    public static readonly SiteId Id = new("yard");

    private readonly Mosquitto? _mosquitto;
    private readonly EmbeddedBroker? _embedded;
    private readonly List<RunningBridge> _bridges = [];
    private readonly List<IAsyncDisposable> _clients = [];

    private TestSite(Mosquitto? mosquitto, EmbeddedBroker? embedded) => (_mosquitto, _embedded) = (mosquitto, embedded);

    public FakeGrains Grains { get; } = new();

    public RunningBridge Bridge => _bridges[0];

    private BrokerAddress Address => _mosquitto?.Address ?? _embedded!.Address;

    /// <summary>Longer than any test: on a busy machine the wait for a grain that a test holds up is no fault of the bridge.</summary>
    public static readonly TimeSpan Forever = TimeSpan.FromHours(1);

    /// <summary>Where nobody listens: port 1 of this machine.</summary>
    public static readonly BrokerAddress NoBroker = new("127.0.0.1", 1);

    public static RunningBridge BridgeWithoutBroker() => new(
        new BridgeOptions { Site = new SiteInfo(Id, new GeoPoint(52.5, 13.4), 100), Broker = NoBroker }, new FakeGrains());

    public static async Task<TestSite> StartAsync(BrokerKind kind, BridgeLimits? limits = null, Action<FakeGrains>? prepare = null, TimeProvider? time = null)
    {
        var site = kind == BrokerKind.Mosquitto
            ? new TestSite(await Mosquitto.StartAsync(), null)
            : new TestSite(null, new EmbeddedBroker(new EmbeddedBrokerOptions { Port = 0 }, NullLogger<EmbeddedBroker>.Instance));
        prepare?.Invoke(site.Grains);
        var bridge = await site.AddBridgeAsync(limits, time: time);
        await bridge.IngestsAsync();
        return site;
    }

    public async Task<RunningBridge> AddBridgeAsync(BridgeLimits? limits = null, FakeGrains? grains = null, TimeProvider? time = null)
    {
        var bridge = new RunningBridge(
            new BridgeOptions
            {
                Site = new SiteInfo(Id, new GeoPoint(52.5, 13.4), 100),
                Broker = _mosquitto?.Address,
                Embedded = _embedded,
                Limits = limits ?? new BridgeLimits { MaxWait = Forever },
            },
            grains ?? Grains,
            time);
        _bridges.Add(bridge);
        await bridge.StartAsync();
        return bridge;
    }

    /// <summary>Connects a device; nothing is announced unless the test says so.</summary>
    public async Task<TestDevice> ConnectAsync(string device, params Channel[] downlinks)
    {
        var client = new TestDevice(Address, new DeviceId(device), downlinks);
        _clients.Add(client);
        await client.ConnectedAsync();
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var client in _clients)
                await client.DisposeAsync();

            foreach (var bridge in _bridges)
                await bridge.DisposeAsync();
        }
        finally
        {
            if (_embedded is not null)
                await _embedded.DisposeAsync();

            if (_mosquitto is not null)
                await _mosquitto.DisposeAsync();
        }
    }
}
