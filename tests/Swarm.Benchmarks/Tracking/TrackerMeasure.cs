using System.Diagnostics;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Benchmarks.Tracking;

/// <summary>Runs a tracker over a scene in its steady state, on the thread of the caller alone.</summary>
internal static class TrackerMeasure
{
    /// <summary>Ticks until the history is full.</summary>
    private const int WarmUp = 20;
    private const int Measured = 40;

    /// <summary>Ticks from one survey to the next, after as many with one each; the one in which it falls and the next are not measured.</summary>
    private const int SurveyInterval = 10;

    /// <summary>Runs until the code is compiled as well as it will be.</summary>
    public static void WarmUpCode(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(3))
            Of(100, 100, cancellationToken);
    }

    public static TrackerRow Of(int objects, int devices, CancellationToken cancellationToken)
    {
        var scene = new TrackerScene(objects, devices);
        var tracker = new Tracker(new TrackerOptions(), "bench");
        var microseconds = new List<double>();
        var bytes = new List<double>();
        for (var tick = 0; tick < WarmUp + Measured; tick++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var frames = scene.Frames(tick);
            var sinceSurvey = tick % SurveyInterval;
            if (sinceSurvey == 0 || tick < SurveyInterval)
                frames.AddRange(scene.Survey(tick));
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var began = ThreadTime.Now();
            Take(tracker, frames, TrackerScene.TimeOf(tick));
            var elapsed = ThreadTime.Now() - began;
            if (tick < WarmUp || sinceSurvey < 2)
                continue;
            microseconds.Add(elapsed.TotalMicroseconds / devices);
            bytes.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)devices);
        }

        return new(objects, devices, scene.ObjectsPerFrame, tracker.Tracks.Count, Median(microseconds), Median(bytes));
    }

    private static void Take(Tracker tracker, List<Observation> frames, DateTimeOffset now)
    {
        foreach (var frame in frames)
            tracker.Observe(frame, now);
        tracker.Advance(now);
        _ = tracker.Tracks;
    }

    /// <summary>Some ticks have a collection of the heap in them.</summary>
    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
