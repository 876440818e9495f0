using System.Diagnostics;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>What a tracker made of an input, and how long it took.</summary>
public sealed class TrackerRun
{
    private readonly List<IReadOnlyList<Track>[]> _tracks;

    private TrackerRun(TrackingInput input, List<IReadOnlyList<Track>[]> tracks, TimeSpan elapsed)
    {
        Input = input;
        _tracks = tracks;
        Elapsed = elapsed;
    }

    public TrackingInput Input { get; }

    /// <summary>Spent in the tracker alone.</summary>
    public TimeSpan Elapsed { get; }

    public double FramesPerSecond => Input.Frames / Elapsed.TotalSeconds;

    /// <summary>Runs a new tracker over every sequence: each observation of a frame, then the advance to its time.</summary>
    public static TrackerRun Of(TrackingInput input, CancellationToken cancellationToken = default)
    {
        var tracks = new List<IReadOnlyList<Track>[]>(input.Sequences.Count);
        var elapsed = TimeSpan.Zero;
        foreach (var sequence in input.Sequences)
        {
            var shown = new IReadOnlyList<Track>[sequence.Frames.Count];
            var began = Stopwatch.GetTimestamp();
            Run(input.Settings.Create(), sequence, shown, cancellationToken);
            elapsed += Stopwatch.GetElapsedTime(began);
            tracks.Add(shown);
        }

        return new(input, tracks, elapsed);
    }

    /// <summary>The same, run once before it is timed, so that the speed is that of compiled code.</summary>
    public static TrackerRun Warm(TrackingInput input, CancellationToken cancellationToken = default)
    {
        Of(input, cancellationToken);
        return Of(input, cancellationToken);
    }

    /// <summary>The boxes of one class, sequence by sequence, as its labels have them. Tracks count from 1 within a sequence.</summary>
    public IReadOnlyList<SequenceTracks> BoxesOf(ScoredClass scored) =>
        [.. Input.Sequences.Select((sequence, index) => Boxes(sequence, _tracks[index], scored.Class, Input.Settings))];

    /// <summary>The score of the first class, or of the only one.</summary>
    public TrackingScore Score(ScoringOptions options, CancellationToken cancellationToken = default) =>
        Score(Input.Classes[0], options, cancellationToken);

    public TrackingScore Score(ScoredClass scored, ScoringOptions options, CancellationToken cancellationToken = default) =>
        new TrackingScorer(scored.Truth, BoxesOf(scored)).Score(options, cancellationToken);

    private static void Run(Tracker tracker, TrackingSequence sequence, IReadOnlyList<Track>[] shown, CancellationToken cancellationToken)
    {
        for (var f = 0; f < shown.Length; f++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var frame = sequence.Frames[f];
            foreach (var observation in frame.Observations)
                tracker.Observe(observation, frame.Time);
            tracker.Advance(frame.Time);
            shown[f] = tracker.Tracks;
        }
    }

    private static SequenceTracks Boxes(TrackingSequence sequence, IReadOnlyList<Track>[] tracks, ObjectClass objectClass, TrackerSettings settings)
    {
        var numbers = new Dictionary<TrackId, int>();
        var frames = new IReadOnlyList<TrackBox>[tracks.Length];
        for (var f = 0; f < frames.Length; f++)
        {
            var boxes = new List<TrackBox>();
            foreach (var track in tracks[f])
            {
                if (!numbers.TryGetValue(track.Id, out var number))
                    numbers.Add(track.Id, number = numbers.Count + 1);
                if (track.Class == objectClass && ShownTrack.Of(track, number, sequence.Frames[f].View, settings) is { } box)
                    boxes.Add(box);
            }

            frames[f] = boxes;
        }

        return new(sequence.Name, frames);
    }
}
