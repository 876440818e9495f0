using Swarm.Domain;

namespace Swarm.Bridge.Tests;

public sealed class ScanTests
{
    [Theory]
    [EachBroker]
    public async Task Ingest_ScanWhileTheGrainIsBusy_GoesPastWhatWaits(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (device, grain) = await ConnectAsync(site);
        var free = new TaskCompletionSource();
        grain.OnReceive = _ => free.Task;
        await device.SendAsync(Messages.Frame(1));
        await grain.CalledAsync();

        await device.SendAsync(Scan(7));

        Assert.Equal(7, (await grain.NextScanAsync()).Sequence);
        free.SetResult();
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_ScansWhileOneIsAnswered_OnlyTheNewestIsNext(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var counts = new Counts(site.Bridge.Metrics);
        var (device, grain) = await ConnectAsync(site);
        var (begun, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        grain.OnSense = _ =>
        {
            begun.TrySetResult();
            return free.Task;
        };

        await device.SendAsync(Scan(1));
        await begun.Task.WaitAsync(Patience.Token);
        for (var i = 2; i <= 10; i++)
            await device.SendAsync(Scan(i));
        await counts.ReachAsync("swarm.bridge.dropped", 8, "Overload");
        free.SetResult();

        Assert.Equal(1, (await grain.NextScanAsync()).Sequence);
        Assert.Equal(10, (await grain.NextScanAsync()).Sequence);
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_GrainFailsOnAScan_TakesTheNextOne(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var counts = new Counts(site.Bridge.Metrics);
        var (device, grain) = await ConnectAsync(site);
        grain.OnSense = scan => scan.Sequence == 1 ? throw new TimeoutException("silo gone") : Task.CompletedTask;

        await device.SendAsync(Scan(1));
        await counts.ReachAsync("swarm.bridge.dropped", 1, "GrainFailed");
        await device.SendAsync(Scan(2));

        Assert.Equal(2, (await grain.NextScanAsync()).Sequence);
    }

    [Theory]
    [EachBroker]
    public async Task Ingest_ScanThatIsNone_IsRefused(BrokerKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (device, grain) = await ConnectAsync(site);

        await device.SendAsync(Scan(1) with { Ranges = [1, 2, 3, 99] });

        var (newest, _) = await grain.NextRejectionAsync();
        Assert.Equal(("ranges", "out-of-range"), (newest[0].Channel, newest[0].Reason));
    }

    private static async Task<(TestDevice Device, FakeDeviceGrain Grain)> ConnectAsync(TestSite site)
    {
        var device = await site.ConnectAsync("cart-1");
        var grain = site.Grains.Device("cart-1");
        await device.SendAsync(Messages.Birth());
        await grain.NextAsync();
        await grain.CalledAsync();
        return (device, grain);
    }

    private static RangeScan Scan(long sequence) => new(sequence, [8, 8, 8, 8], 8, 1, 0);
}
