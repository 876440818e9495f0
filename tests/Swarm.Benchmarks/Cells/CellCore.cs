using Swarm.Benchmarks.Tracking;
using Swarm.Perception;

namespace Swarm.Benchmarks.Cells;

/// <summary>What a tick of a cell works out, without the grain: tracks, hazards of every device and what each does not see.</summary>
internal static class CellCore
{
    private const double TracksRadius = 40;

    /// <summary>Ticks that are not measured: the code is compiled and the history filled.</summary>
    private const int WarmUp = 600;

    public static (TickTimes Between, TickTimes All, int Tracks) Measure(CellFeed feed, DateTimeOffset start, int ticks, CancellationToken cancellationToken)
    {
        var tracker = new Tracker(new TrackerOptions(), "bench");
        var assessment = new HazardAssessment(new HazardOptions());
        var (between, all) = (new List<double>(), new List<double>());
        for (var tick = 1; tick <= WarmUp + ticks; tick++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var now = start + (tick * CellFeed.Interval);
            var taken = TimeSpan.Zero;
            while (feed.Next <= now)
            {
                var (device, frame) = feed.Take();
                var arrived = ThreadTime.Now();
                tracker.Move(device);
                tracker.Observe(frame, now);
                taken += ThreadTime.Now() - arrived;
            }

            var began = ThreadTime.Now();
            tracker.Advance(now);
            var (tracks, devices) = (tracker.Tracks, tracker.Devices);
            foreach (var device in devices)
            {
                assessment.Assess(device, tracks, devices, now, tracker.WhoSees);
                HazardAssessment.Unseen(device, tracks, TracksRadius);
            }

            if (tick <= WarmUp)
                continue;
            between.Add(taken.TotalMilliseconds);
            all.Add((ThreadTime.Now() - began).TotalMilliseconds);
        }

        return (TickTimes.Of(between), TickTimes.Of(all), tracker.Tracks.Count);
    }
}
