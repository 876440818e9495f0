using Swarm.Vision;

namespace Swarm.Cli;

/// <summary>Real frames as the bench of inference sees them: what each size found in each, persons alone.</summary>
internal sealed class FrameTrace
{
    private readonly Dictionary<(string Frame, int Size), LadderEntry> _entries;

    public FrameTrace(IEnumerable<LadderEntry> entries, IReadOnlyDictionary<string, int> bytes)
    {
        _entries = entries.ToDictionary(
            entry => (entry.Frame, entry.Size),
            entry => entry with { Boxes = [.. entry.Boxes.Where(box => box.Name == "person")] });
        Frames = [.. _entries.Keys.Select(key => key.Frame).Distinct().Order(StringComparer.Ordinal)];
        Sizes = [.. _entries.Keys.Select(key => key.Size).Distinct().Order()];
        MeanBytes = Frames.Average(frame => bytes[frame]);
    }

    public IReadOnlyList<string> Frames { get; }

    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Of a frame as it would be sent.</summary>
    public double MeanBytes { get; }

    public IReadOnlyList<DetectedBox> At(string frame, int size) => _entries[(frame, size)].Boxes;

    /// <summary>The persons that count: what the largest size is sure of.</summary>
    public IReadOnlyList<DetectedBox> Persons(string frame) => [.. At(frame, Sizes[^1]).Where(box => box.Score >= 0.3f)];

    /// <summary>Persons of a frame that are not in a list: matched one to one at an intersection over union of at least 0.5.</summary>
    public int Missed(string frame, IReadOnlyList<DetectedBox> found) =>
        BoxMatching.Match(found, Persons(frame)).Count(partner => partner < 0);

    /// <summary>What a size takes where nothing else gets in the way: the least of all frames, as all are the same work.</summary>
    public double LeastMilliseconds(int size) => Frames.Min(frame => _entries[(frame, size)].Milliseconds);
}
