using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Swarm.Domain;
using Swarm.Messaging;
using Swarm.Tests;

namespace Swarm.Bridge.Tests;

public sealed class MetricsTests
{
    [Fact]
    public async Task Deliver_OneMessage_CountsAndTracesUnderTheNamesOfThePage()
    {
        var activities = new ConcurrentDictionary<string, string?>();
        using var tracing = new ActivityListener
        {
            ShouldListenTo = source => source.Name == BridgeMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => activities[activity.OperationName] = activity.GetTagItem("swarm.device") as string,
        };
        ActivitySource.AddActivityListener(tracing);
        await using var site = await TestSite.StartAsync(BrokerKind.Embedded);
        var published = new ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter, site.Bridge.Metrics.Meter))
                    published.Add(instrument.Name);
            },
        };
        listener.Start();
        using var counts = new Counts(site.Bridge.Metrics);
        var device = await site.ConnectAsync("wagon-1");

        await device.SendAsync(Messages.Birth());
        await device.SendAsync(Channel.State, "garbage"u8.ToArray());
        await site.Bridge.Downlink.SendAsync(new DeviceId("wagon-1"), new HazardList(default, []), Patience.Token);

        Assert.Equal(MetricsPage.Instruments(BridgeMetrics.Name), published.Order(StringComparer.Ordinal));
        await counts.ReachAsync("swarm.bridge.messages", 1, "connection");
        await counts.ReachAsync("swarm.bridge.refused", 1, RefusalReason.MalformedJson);
        await counts.ReachAsync("swarm.bridge.downlink", 1, "hazards");
        await counts.BecomeAsync("swarm.bridge.mailboxes", 1);
        Assert.Equal(MetricsPage.Activities(BridgeMetrics.Name), activities.Keys);
        Assert.Equal("wagon-1", activities["deliver"]);
    }
}
