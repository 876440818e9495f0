using System.Diagnostics;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>What a tracker made of one scenario, scan by scan as they came.</summary>
/// <param name="Frames">One for each scan of the scenario, of whichever sensor, so that the scores of all inputs are of the same instants.</param>
/// <param name="Taken">How many scans the tracker took.</param>
/// <param name="Elapsed">Spent in the tracker alone.</param>
public sealed record FerryRun(FerryInput Input, string Scenario, IReadOnlyList<Gospa> Frames, int Taken, TimeSpan Elapsed)
{
    /// <summary>A track less likely than this is not shown.</summary>
    private const double MinExistence = 0.5;

    /// <summary>20 m, about half of the larger boat's length; squares, so that large errors count.</summary>
    public static GospaOptions Scoring { get; } = new(20, 2);

    /// <summary>
    /// Runs a tracker over the scans in the order of the file. The present is the time of the newest scan until then, of whichever sensor;
    /// there the confirmed tracks are held against the boats after every scan.
    /// </summary>
    /// <param name="model">Fitted on other scenarios.</param>
    public static FerryRun Of(
        FerryScenario scenario, FerryInput input, FerryModel model, TrackerOptions options, CancellationToken cancellationToken = default)
    {
        var tracker = new Tracker(options, "track");
        var observations = input.Observations(scenario, model);
        var now = DateTimeOffset.MinValue;
        var frames = new List<Gospa>(scenario.Scans.Count);
        var (taken, elapsed) = (0, TimeSpan.Zero);
        for (var i = 0; i < scenario.Scans.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            now = scenario.Scans[i].Time > now ? scenario.Scans[i].Time : now;
            var began = Stopwatch.GetTimestamp();
            if (observations[i] is { } observation && tracker.Observe(observation, now))
                taken++;
            tracker.Advance(now);
            var tracks = tracker.Tracks;
            elapsed += Stopwatch.GetElapsedTime(began);
            frames.Add(Gospa.Of(
                [.. scenario.Boats.Select(boat => boat.At(now))],
                [.. tracks.Where(track => track.Confirmed && track.Existence >= MinExistence).Select(track => track.Position.Plane)],
                Scoring));
        }

        return new(input, scenario.Name, frames, taken, elapsed);
    }
}
