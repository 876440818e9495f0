using Microsoft.Extensions.DependencyInjection;
using Swarm.Benchmarks.Twins;
using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Benchmarks.Cells;

/// <summary>Feeds the grain of one cell in a silo at the pace of the clock and notes its ticks.</summary>
internal static class CellRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly CellId Cell = new(0, 0);

    /// <summary>Of one cell, so that no neighbour's ticks are among those that are noted.</summary>
    private static readonly SiteInfo Site = BenchFleet.Site with { CellSize = 0 };

    /// <summary>Of the square that everything moves in, metres: that of a usual cell.</summary>
    private static readonly double Side = BenchFleet.Site.CellSize;

    public static async Task<CellRow> MeasureAsync(
        int devices, int objects, double reach, double delay, double seconds, CancellationToken cancellationToken)
    {
        Report.Progress($"{devices} devices, {objects} objects, reach {reach} m, delay {delay} ms");
        CellScene Scene() => new(objects, devices, reach, Side);
        var underWay = TimeSpan.FromMilliseconds(delay);
        var (between, core, tracks) = CellCore.Measure(
            new CellFeed(Scene(), DateTimeOffset.UnixEpoch, underWay), DateTimeOffset.UnixEpoch, (int)(10 * seconds), cancellationToken);

        using var host = SiteHost.Build(silo => silo.Services.AddSingleton<IDownlink, NoDownlink>(), Site);
        await host.StartAsync(cancellationToken);
        var cell = host.Services.GetRequiredService<IGrainFactory>().Perception(Site.Site, Cell);
        var feed = new CellFeed(Scene(), DateTimeOffset.UtcNow, underWay);
        await FeedAsync(cell, feed, DateTimeOffset.UtcNow + WarmUp, cancellationToken);
        using var ticks = new TickListener();
        await FeedAsync(cell, feed, DateTimeOffset.UtcNow + TimeSpan.FromSeconds(seconds), cancellationToken);
        await host.StopAsync(cancellationToken);
        return new(
            devices, objects, reach, delay, (double)feed.Objects / feed.Frames, tracks, TickTimes.Of(ticks.Milliseconds), between, core);
    }

    /// <summary>Hands over each frame when it arrives.</summary>
    private static async Task FeedAsync(IPerceptionGrain cell, CellFeed feed, DateTimeOffset until, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (await pace.WaitForNextTickAsync(cancellationToken) && DateTimeOffset.UtcNow < until)
        {
            while (feed.Next <= DateTimeOffset.UtcNow)
            {
                var (device, frame) = feed.Take();
                await cell.Take(device, owned: true, [frame]);
            }
        }
    }
}
