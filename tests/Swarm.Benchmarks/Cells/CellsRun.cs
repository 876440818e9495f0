using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;
using Swarm.Benchmarks.Ingest;
using Swarm.Benchmarks.Twins;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Perception;

namespace Swarm.Benchmarks.Cells;

/// <summary>
/// Runs a site on a clock of its own that goes on by a tick as soon as all that the last one set off is done: every device sends its state and a frame
/// to its grain, and every cell has its tick.
/// </summary>
internal static class CellsRun
{
    private const int CallsAtOnce = 64;
    private const int WarmUpTicks = 40;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    public static async Task<CellsRow> MeasureAsync(int devices, double seconds, CancellationToken cancellationToken)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        // Ends with the process: a thousand grains that each store something on a clock that stands would take their time.
        var host = SiteHost.Build(silo =>
        {
            silo.Services.AddSingleton<TimeProvider>(clock);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddSingleton<IDownlink, NoDownlink>();
        });
        await host.StartAsync(cancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await new Registration(grains, devices).StartAsync(cancellationToken);
        IDeviceGrain[] twins = [.. Enumerable.Range(0, devices).Select(device => grains.Device(BenchFleet.Site.Site, BenchFleet.Id(device)))];
        await EachAsync(twins, (twin, device) => twin.Receive(
            [new Uplink(BenchFleet.Birth(device), clock.GetUtcNow()), new Uplink(BenchFleet.Factsheet, clock.GetUtcNow())]));
        var grid = new SiteGrid(BenchFleet.Site.CellSize);
        CellId[] ids = [.. Enumerable.Range(0, devices).Select(device => grid.CellAt(BenchFleet.State(device, default).Pose.Plane)).Distinct()];
        IPerceptionGrain[] cells = [.. ids.Select(cell => grains.Perception(BenchFleet.Site.Site, cell))];

        for (var tick = 0; tick < WarmUpTicks; tick++)
            await StepAsync();
        var before = Usage.Now();
        var ticks = 0;
        while ((Usage.Now() - before).Seconds < seconds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await StepAsync();
            ticks++;
        }

        var used = Usage.Now() - before;
        return new(Environment.ProcessorCount, devices, cells.Length, (long)ticks * devices, used.Seconds, used.Cpu.TotalSeconds);

        async Task StepAsync()
        {
            var now = clock.GetUtcNow();
            await EachAsync(twins, (twin, device) => twin.Receive(
                [new Uplink(BenchFleet.State(device, now), now), new Uplink(BenchFleet.Detections(device, now), now)]));
            clock.Advance(Tick);

            // Stands in line behind the tick.
            await EachAsync(cells, (cell, index) => UntilTicked(cell, ids[index]));
        }

        static async Task UntilTicked(IPerceptionGrain cell, CellId id)
        {
            while (true)
            {
                try
                {
                    await cell.Share(id, []);
                    return;
                }
                catch (TimeoutException)
                {
                    Report.Progress($"  cell {id} is slow");
                }
            }
        }

        Task EachAsync<T>(T[] all, Func<T, int, Task> call) => Parallel.ForEachAsync(
            Enumerable.Range(0, all.Length),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken },
            async (index, _) => await call(all[index], index));
    }
}
