using Microsoft.Extensions.DependencyInjection;
using Swarm.Grains;

namespace Swarm.Benchmarks.Twins;

/// <summary>Measures one number of devices in a silo of its own.</summary>
internal static class TwinsRun
{
    private const int CallsAtOnce = 64;
    private const int WarmUpDevices = 200;

    public static async Task<TwinsRow> MeasureAsync(int devices, CancellationToken cancellationToken)
    {
        Report.Progress($"{Report.Number(devices)} devices");
        using var host = SiteHost.Build(silo => silo.Services.AddSingleton<IDownlink, NoDownlink>());
        await host.StartAsync(cancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();

        // What every silo has, whatever the number of devices, is there before the scales are read.
        await ActivateAsync(grains, devices, WarmUpDevices, cancellationToken);
        var heap = Heap();
        var before = Usage.Now();
        await ActivateAsync(grains, 0, devices, cancellationToken);
        var used = Usage.Now() - before;
        var bytes = Heap() - heap;
        await host.StopAsync(cancellationToken);
        return new TwinsRow(devices, (double)bytes / devices, used.Seconds, used.Cpu.TotalMicroseconds / devices);
    }

    private static Task ActivateAsync(IGrainFactory grains, int first, int count, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(first, count),
        new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken },
        async (device, _) => await grains.Device(BenchFleet.Site.Site, BenchFleet.Id(device)).Receive(FirstMessages(device)));

    /// <summary>As a restarted site gets them: a state just now would also wake the perception of its cell, which is weighed elsewhere.</summary>
    private static Uplink[] FirstMessages(int device)
    {
        var now = DateTimeOffset.UtcNow;
        return
        [
            new Uplink(BenchFleet.Birth(device), now),
            new Uplink(BenchFleet.Factsheet with { Sensors = [.. BenchFleet.Factsheet.Sensors.Select(sensor => sensor with { })] }, now),
            new Uplink(BenchFleet.State(device, now), now, Retained: true),
        ];
    }

    private static long Heap()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
