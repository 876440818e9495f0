using System.Diagnostics;
using System.Globalization;
using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Cli;

/// <summary>Plays couriers through a site, each on a connection of its own, their states spread evenly over the time between two.</summary>
internal sealed class CouriersReplay(SiteChoice choice, CouriersOptions options, Screen screen)
{
    /// <summary>Side of a perception cell of a street, in metres.</summary>
    private const double CellSize = 100;

    /// <summary>A delivery wagon on a pavement.</summary>
    private static readonly Factsheet Wagon = new(
        DeviceKind.Wagon, Compute.OnBoard, new Size(Length: 1, Width: 0.7, Height: 1), Sensors: [], Model: "recorded courier");

    /// <summary>Site time for the last messages to arrive.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public async Task<CouriersReport> PlayAsync(IReadOnlyList<CourierTrace> traces, CancellationToken cancellationToken)
    {
        var warnings = new CourierWarnings();
        var couriers = new List<Courier>();
        await using var site = await ReplaySite.OpenAsync(choice, CellSize, screen, cancellationToken);
        try
        {
            foreach (var (index, motion) in CourierFleet.Spread(traces, options.Area, options.Seed).Index())
            {
                var id = new DeviceId(string.Create(CultureInfo.InvariantCulture, $"courier-{index + 1:000}"));
                couriers.Add(new Courier(id, motion, site.Connect(id, Wagon, message => warnings.Take(id, message))));
            }

            screen.Say($"connecting {couriers.Count} couriers to {site.Broker}");
            await Task.WhenAll(couriers.Select(courier => courier.Device.ReadyAsync(courier.FirstState, cancellationToken)));
            await Task.Delay(Settling, site.Clock, cancellationToken);
            warnings.Clear();
            couriers.ForEach(courier => courier.Device.ResetCounts());
            return await PlayAsync(site, couriers, warnings, cancellationToken);
        }
        finally
        {
            await Task.WhenAll(couriers.Select(courier => courier.Device.DisposeAsync().AsTask()));
        }
    }

    private async Task<CouriersReport> PlayAsync(
        ReplaySite site,
        List<Courier> couriers,
        CourierWarnings warnings,
        CancellationToken cancellationToken)
    {
        using var counts = site.Grains is null ? null : new SiteCounts();
        var pace = await screen.FollowAsync(
            $"{couriers.Count} couriers",
            options.Duration.TotalSeconds,
            progress => SendAsync(couriers, site.Clock, progress, cancellationToken));
        await Task.Delay(Settling, site.Clock, cancellationToken);

        var speed = options.Duration.TotalSeconds / pace.RealSeconds;
        // A fast clock goes in steps longer than what is measured here.
        var latencies = counts is not null && choice.Speed <= 1 ? counts.Latencies : [];
        var sent = couriers.Sum(courier => courier.Device.Sent);
        var (lists, listsWithHazards, pairs) = warnings.Read();
        var (upToDate, online) = site.Grains is { } grains ? await LookAsync(grains, couriers) : (null, (int?)null);
        return new CouriersReport
        {
            Couriers = couriers.Count,
            Speed = speed,
            Seconds = options.Duration.TotalSeconds,
            Sent = sent,
            Silent = couriers.Sum(courier => courier.Silent),
            Unsent = couriers.Sum(courier => courier.Device.NotSent),
            SentPerRealSecond = sent / pace.RealSeconds,
            WorstDelaySeconds = pace.Pace.Worst.TotalSeconds,
            Handled = counts?.Handled,
            Refused = counts?.Refused,
            LatencyMedianMilliseconds = Quantile.Of(latencies, 0.5),
            LatencyP99Milliseconds = Quantile.Of(latencies, 0.99),
            UpToDate = upToDate,
            Online = online,
            HazardLists = lists,
            HazardListsWithHazards = listsWithHazards,
            ConflictingPairs = pairs,
        };
    }

    private async Task<(Pace Pace, double RealSeconds)> SendAsync(
        List<Courier> couriers,
        TimeProvider clock,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var pace = new Pace(clock);
        var period = TimeSpan.FromSeconds(1 / options.Rate);
        for (var elapsed = TimeSpan.Zero; elapsed < options.Duration; elapsed += period)
        {
            foreach (var (index, courier) in couriers.Index())
            {
                var instant = elapsed + (period * index / couriers.Count);
                var time = await pace.ReachAsync(instant, cancellationToken);
                courier.Send(instant, time);
            }

            progress.Report((elapsed + period).TotalSeconds);
        }

        return (pace, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private async Task<(int? UpToDate, int? Online)> LookAsync(IGrainFactory grains, List<Courier> couriers)
    {
        var (upToDate, online) = (0, 0);
        foreach (var courier in couriers)
        {
            var twin = await grains.Device(choice.Site, courier.Id).GetTwin();
            upToDate += courier.LastSent is null || twin.State?.Time == courier.LastSent ? 1 : 0;
            online += twin.Presence is Presence.Online ? 1 : 0;
        }

        return (upToDate, online);
    }
}
