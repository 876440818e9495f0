using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>The silo sends what it counts and traces to a collector.</summary>
public sealed class TelemetryTests
{
    [Fact(Timeout = Patience.Test)]
    public async Task Demo_WithCollector_ExportsTracesAndMetrics()
    {
        using var folder = new TempFolder();
        await using var collector = await OtlpSink.StartAsync();
        await using var silo = await EdgeSilo.StartAsync(folder["data"], "--demo", "--store", "memory", "--otlp", collector.Url);
        await silo.DevicesOnlineAsync(1);

        await Eventually.HoldsAsync(() => collector.Has("/v1/traces", "deliver"), Patience.Change, "the deliveries of the bridge are traced");

        // Metrics go once a minute and, for the last time, at the end.
        Assert.Equal(0, await silo.InterruptAsync());
        Assert.True(collector.Has("/v1/metrics", "swarm.bridge.messages"));
        Assert.True(collector.Has("/v1/metrics", "swarm.grains.cell.ticks"));
        Assert.True(collector.Has("/v1/traces", "swarm-edge"));
    }
}
