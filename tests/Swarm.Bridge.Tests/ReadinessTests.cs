namespace Swarm.Bridge.Tests;

public sealed class ReadinessTests
{
    [Theory]
    [EachBroker]
    public async Task CheckAsync_BrokerThere_IsReady(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await site.Bridge.SendsAsync();

        var broker = await site.Bridge.ReadinessAsync();

        Assert.True(broker.Ready, broker.Detail);
        Assert.Equal("broker", broker.Part);
    }

    [Fact]
    public async Task CheckAsync_NoBroker_NamesIt()
    {
        await using var bridge = TestSite.BridgeWithoutBroker();
        await bridge.StartAsync();

        var broker = await bridge.ReadinessAsync();

        Assert.False(broker.Ready);
        Assert.Contains(TestSite.NoBroker.ToString(), broker.Detail);
    }

    [Fact]
    public async Task CheckAsync_AnotherBridgeHoldsTheLease_IsReady()
    {
        await using var site = await TestSite.StartAsync(BrokerKind.Mosquitto);
        var second = await site.AddBridgeAsync();
        await second.SendsAsync();

        var broker = await second.ReadinessAsync();

        Assert.True(broker.Ready, broker.Detail);
        Assert.Contains("another bridge", broker.Detail);
    }
}
