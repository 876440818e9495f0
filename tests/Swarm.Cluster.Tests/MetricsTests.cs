using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Swarm.Domain;
using Swarm.Grains.Edge;
using Swarm.Tests;

namespace Swarm.Cluster.Tests;

public sealed class MetricsTests : IAsyncLifetime
{
    private readonly EdgeCluster _cluster = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Receive_AFrame_CountsAndTracesUnderTheNamesOfThePage()
    {
        // Other clusters of this process count under the same names: more than is asked for is no fault.
        var published = new ConcurrentDictionary<string, double>();
        var activities = new ConcurrentDictionary<string, bool>();
        using var metering = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name != EdgeMetrics.Name)
                {
                    return;
                }

                published.TryAdd(instrument.Name, 0);
                listener.EnableMeasurementEvents(instrument);
            },
        };
        metering.SetMeasurementEventCallback<long>((instrument, count, _, _) => published.AddOrUpdate(instrument.Name, count, (_, sum) => sum + count));
        metering.SetMeasurementEventCallback<double>((instrument, _, _, _) => published.AddOrUpdate(instrument.Name, 1, (_, sum) => sum + 1));
        metering.Start();
        using var tracing = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EdgeMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => activities[activity.OperationName] = true,
        };
        ActivitySource.AddActivityListener(tracing);
        await _cluster.InitializeAsync();
        var camera = _cluster.Device("camera");

        await camera.SendAsync(TestDevice.Online(), camera.StateAt(50, 40), camera.Sees(50, 40, new Point2(55, 50)));
        await camera.Grain.Reject([], 1);
        await _cluster.AdvanceUntilAsync(
            () => Task.FromResult(published.GetValueOrDefault("swarm.grains.hazards") > 0), TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30));

        Assert.Equal(MetricsPage.Instruments(EdgeMetrics.Name), published.Keys.Order(StringComparer.Ordinal));
        Assert.True(published["swarm.grains.messages"] >= 3);
        Assert.True(published["swarm.grains.rejections"] >= 1);
        Assert.True(published["swarm.grains.cell.ticks"] >= 1);
        Assert.True(published["swarm.grains.cell.tick.duration"] >= 1);
        Assert.Equal(MetricsPage.Activities(EdgeMetrics.Name), activities.Keys.Order(StringComparer.Ordinal));
    }
}
