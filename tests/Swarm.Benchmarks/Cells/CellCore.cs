using Swarm.Benchmarks.Tracking;
using Swarm.Perception;

namespace Swarm.Benchmarks.Cells;

/// <summary>What a tick of a cell works out, without the grain: tracks, hazards of every device and what each does not see.</summary>
internal static class CellCore
{
    private const double TracksRadius = 40;

    /// <summary>Ticks that are not measured: the code is compiled and the history filled.</summary>
    private const int WarmUp = 600;

    public static (TickTimes Tracking, TickTimes All, int Tracks) Measure(CellFeed feed, DateTimeOffset start, int ticks, CancellationToken cancellationToken)
    {
        var tracker = new Tracker(new TrackerOptions(), "bench");
        var assessment = new HazardAssessment(new HazardOptions());
        var (tracking, all) = (new List<double>(), new List<double>());
        for (var tick = 1; tick <= WarmUp + ticks; tick++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var now = start + (tick * CellFeed.Interval);
            while (feed.Next <= now)
            {
                var (device, frame) = feed.Take();
                tracker.Move(device);
                tracker.Observe(frame, now);
            }

            var began = ThreadTime.Now();
            tracker.Advance(now);
            var (tracks, devices) = (tracker.Tracks, tracker.Devices);
            var tracked = ThreadTime.Now() - began;
            foreach (var device in devices)
            {
                assessment.Assess(device, tracks, devices, now, tracker.WhoSees);
                HazardAssessment.Unseen(device, tracks, TracksRadius);
            }

            if (tick <= WarmUp)
                continue;
            tracking.Add(tracked.TotalMilliseconds);
            all.Add((ThreadTime.Now() - began).TotalMilliseconds);
        }

        return (TickTimes.Of(tracking), TickTimes.Of(all), tracker.Tracks.Count);
    }
}
