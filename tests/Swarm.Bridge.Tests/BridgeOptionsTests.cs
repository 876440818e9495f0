using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Bridge.Tests;

public sealed class BridgeOptionsTests
{
    private static readonly SiteInfo Site = new(TestSite.Id, new GeoPoint(52, 13), 100);

    [Fact]
    public void AddBridge_NoBroker_SaysWhatToSet()
    {
        var failure = Failure(new BridgeOptions { Site = Site });

        Assert.Contains("Broker is not set and Embedded is not set", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void AddBridge_SeveralBadSettings_NamesEachWithItsValue()
    {
        var failure = Failure(new BridgeOptions
        {
            Site = Site with { CellSize = -5 },
            Broker = new BrokerAddress("broker", 1883),
            Limits = new BridgeLimits
            {
                BatchSize = 0,
                ReceiveMaximum = 70_000,
                Lease = TimeSpan.Zero,
                MinRetry = TimeSpan.FromSeconds(9),
                MaxRetry = TimeSpan.FromSeconds(1),
            },
        });

        Assert.Contains("cell size of -5 m", failure, StringComparison.Ordinal);
        Assert.Contains("BatchSize is 0", failure, StringComparison.Ordinal);
        Assert.Contains("ReceiveMaximum is 70000", failure, StringComparison.Ordinal);
        Assert.Contains("Lease is 00:00:00", failure, StringComparison.Ordinal);
        Assert.Contains("MaxRetry is 00:00:01, below MinRetry, which is 00:00:09", failure, StringComparison.Ordinal);
    }

    private static string Failure(BridgeOptions options) =>
        Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddBridge(options)).Message;
}
