using System.Text.Json.Serialization;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>What sharing gave the first car over one sequence, or over several taken together. Counts, seconds, milliseconds of site time.</summary>
internal sealed record SharingResult
{
    public required string Sequence { get; init; }

    public required int Frames { get; init; }

    /// <summary>How long the frames took to play; 0 where they were not played.</summary>
    public double RealSeconds { get; init; }

    /// <summary>Times real speed.</summary>
    public double? Speed => RealSeconds > 0 ? Frames * Recording.FrameInterval.TotalSeconds / RealSeconds : null;

    public required int DetectionsByEgo { get; init; }

    public required int DetectionsByOther { get; init; }

    /// <summary>Labelled objects without the first car itself.</summary>
    public required int Objects { get; init; }

    /// <summary>Objects that the first car detected in at least one frame.</summary>
    public required int ObjectsSeenByEgo { get; init; }

    public required int ObjectsSeenByOther { get; init; }

    /// <summary>Objects that the first car never detected.</summary>
    public required int NeverSeen { get; init; }

    /// <summary>Of those, the ones that the second car detected: no sharing can give more.</summary>
    public required int NeverSeenButByOther { get; init; }

    /// <summary>Of those never detected, the ones that the first car was told of.</summary>
    public required int NeverSeenButTold { get; init; }

    /// <summary>Objects that both cars detected, the second one first.</summary>
    public required int OtherFirst { get; init; }

    /// <summary>Of those, the ones that the first car was told of before its own first detection.</summary>
    public int ToldAhead => LeadSeconds.Count;

    /// <summary>For each of the ones told ahead, from being told to the own first detection; ascending.</summary>
    public required IReadOnlyList<double> LeadSeconds { get; init; }

    public double? LeadMedianSeconds => Quantile.Of(LeadSeconds, 0.5);

    public double? LeadP90Seconds => Quantile.Of(LeadSeconds, 0.9);

    /// <summary>Labels over all frames: an object in a frame counts once.</summary>
    public required int Boxes { get; init; }

    public required int BoxesSeen { get; init; }

    public required int BoxesSeenOrTold { get; init; }

    public required int Messages { get; init; }

    public required int ToldTracks { get; init; }

    /// <summary>Tracks told that never matched a label.</summary>
    public required int FalseTracks { get; init; }

    /// <summary>Objects told, over all messages.</summary>
    public required long ToldBoxes { get; init; }

    /// <summary>Of those, the ones that match no label at their time.</summary>
    public required long FalseBoxes { get; init; }

    /// <summary>Objects that the first car held of what it was told, carried on to each frame.</summary>
    public required long HeldBoxes { get; init; }

    /// <summary>Of those, the ones that match no label of the frame.</summary>
    public required long FalseHeldBoxes { get; init; }

    /// <summary>Of the payloads on the first car's channel <c>tracks</c>.</summary>
    public long TracksBytes { get; init; }

    /// <summary>Of the payloads that the two cars sent on <c>detections</c>.</summary>
    public long DetectionsBytes { get; init; }

    /// <summary>Bytes for each second of the recording, 10 frames.</summary>
    public double TracksBytesPerSecond => TracksBytes / (Frames * Recording.FrameInterval.TotalSeconds);

    /// <summary>The same for <c>detections</c>, and for each car.</summary>
    public double DetectionsBytesPerSecond => DetectionsBytes / (2 * Frames * Recording.FrameInterval.TotalSeconds);

    /// <summary>From publishing the newest frame that a message can hold to its arrival at the first car; ascending.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> LatencyMilliseconds { get; init; } = [];

    public double? LatencyMedianMilliseconds => Quantile.Of(LatencyMilliseconds, 0.5);

    public double? LatencyP99Milliseconds => Quantile.Of(LatencyMilliseconds, 0.99);

    /// <summary>Takes several sequences together; objects of different sequences are different objects.</summary>
    public static SharingResult Sum(IReadOnlyCollection<SharingResult> results) => new()
    {
        Sequence = "all",
        Frames = results.Sum(result => result.Frames),
        RealSeconds = results.Sum(result => result.RealSeconds),
        DetectionsByEgo = results.Sum(result => result.DetectionsByEgo),
        DetectionsByOther = results.Sum(result => result.DetectionsByOther),
        Objects = results.Sum(result => result.Objects),
        ObjectsSeenByEgo = results.Sum(result => result.ObjectsSeenByEgo),
        ObjectsSeenByOther = results.Sum(result => result.ObjectsSeenByOther),
        NeverSeen = results.Sum(result => result.NeverSeen),
        NeverSeenButByOther = results.Sum(result => result.NeverSeenButByOther),
        NeverSeenButTold = results.Sum(result => result.NeverSeenButTold),
        OtherFirst = results.Sum(result => result.OtherFirst),
        LeadSeconds = [.. results.SelectMany(result => result.LeadSeconds).Order()],
        Boxes = results.Sum(result => result.Boxes),
        BoxesSeen = results.Sum(result => result.BoxesSeen),
        BoxesSeenOrTold = results.Sum(result => result.BoxesSeenOrTold),
        Messages = results.Sum(result => result.Messages),
        ToldTracks = results.Sum(result => result.ToldTracks),
        FalseTracks = results.Sum(result => result.FalseTracks),
        ToldBoxes = results.Sum(result => result.ToldBoxes),
        FalseBoxes = results.Sum(result => result.FalseBoxes),
        HeldBoxes = results.Sum(result => result.HeldBoxes),
        FalseHeldBoxes = results.Sum(result => result.FalseHeldBoxes),
        TracksBytes = results.Sum(result => result.TracksBytes),
        DetectionsBytes = results.Sum(result => result.DetectionsBytes),
        LatencyMilliseconds = [.. results.SelectMany(result => result.LatencyMilliseconds).Order()],
    };
}
