using System.Text.Json;

namespace Swarm.Evaluation;

/// <summary>The detectors of both cars, as fitted to one split of the recording. <c>swarm fit v2v4real</c> makes it.</summary>
/// <param name="Ego">Of the first car.</param>
/// <param name="Cav1">Of the second car.</param>
public sealed record V2V4RealDetectors(FitOrigin Origin, FittedDetector Ego, FittedDetector Cav1)
{
    private const string Resource = "Swarm.Evaluation.V2V4Real.detectors.json";

    /// <summary>How far a detection may be from its label, metres: half a car's length.</summary>
    private const double MaxDistance = 2;

    /// <summary>The transformation between the cars is off by more than half a metre, now and then by two.</summary>
    private const double MaxDistanceOfOther = 3;

    // Read when it is asked for: a new fit must not need the old one.
    private static readonly Lazy<V2V4RealDetectors> _checkedIn = new(Read);

    /// <summary>Fitted to <c>train</c>, and so without having seen <c>val</c>; checked in beside this file.</summary>
    public static V2V4RealDetectors CheckedIn => _checkedIn.Value;

    /// <exception cref="DataException">There is too little to fit to.</exception>
    public static V2V4RealDetectors Fit(string split, IReadOnlyList<Recording> recordings, CancellationToken cancellationToken = default) => new(
        new("V2V4Real", split, [.. recordings.Select(recording => recording.Sequence)], recordings.Sum(recording => recording.Frames.Count)),
        DetectorFit.Of("ego", Samples(recordings, frame => frame.Ego, MaxDistance, cancellationToken)),
        DetectorFit.Of("cav1", Samples(recordings, frame => frame.Other, MaxDistanceOfOther, cancellationToken)));

    public string ToJson() => JsonSerializer.Serialize(this, FitJson.Default.V2V4RealDetectors) + "\n";

    private static List<DetectionTruth> Samples(
        IReadOnlyList<Recording> recordings,
        Func<RecordedFrame, IReadOnlyList<RecordedDetection>> detections,
        double maxDistance,
        CancellationToken cancellationToken)
    {
        var samples = new List<DetectionTruth>();
        foreach (var frame in recordings.SelectMany(recording => recording.Frames))
        {
            cancellationToken.ThrowIfCancellationRequested();
            samples.AddRange(DetectionTruth.Of(detections(frame), frame.Labels.Concat(frame.OwnLabels), maxDistance));
        }

        return samples;
    }

    private static V2V4RealDetectors Read()
    {
        using var stream = typeof(V2V4RealDetectors).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the assembly lacks its resource {Resource}");
        return JsonSerializer.Deserialize(stream, FitJson.Default.V2V4RealDetectors)
            ?? throw new InvalidOperationException($"the resource {Resource} holds nothing");
    }
}
