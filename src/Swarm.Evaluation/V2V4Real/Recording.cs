namespace Swarm.Evaluation;

/// <summary>One sequence of V2V4Real: frames 0.1 s apart.</summary>
public sealed record Recording(string Sequence, IReadOnlyList<RecordedFrame> Frames)
{
    /// <summary>Between frames: the cars' LiDARs turn at 10 Hz.</summary>
    public static readonly TimeSpan FrameInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// A label whose centre is nearer than this to the origin, in metres, is the first car itself, which the second car sees and
    /// which the files label like any other. In the <c>val</c> sequences it strays by 1.9 m and no other car comes nearer than
    /// 2.7 m; in <c>train</c> it strays further in one box out of thirty.
    /// </summary>
    public const double EgoRadius = 2;

    /// <summary>The recording as detectors would have made it that report nothing less sure than <paramref name="score"/>.</summary>
    public Recording WithScoresFrom(double score) =>
        this with
        {
            Frames =
            [
                .. Frames.Select(frame => frame with
                {
                    Ego = [.. frame.Ego.Where(detection => detection.Score >= score)],
                    Other = [.. frame.Other.Where(detection => detection.Score >= score)],
                }),
            ],
        };

    public static RecordedFrame Frame(
        IEnumerable<RecordedDetection> ego,
        IEnumerable<RecordedDetection> other,
        IEnumerable<RecordedLabel> labels)
    {
        var isOwn = labels.ToLookup(label => label.Box.Position.Plane.DistanceTo(default) < EgoRadius);
        return new([.. ego], [.. other], [.. isOwn[false]], [.. isOwn[true]]);
    }
}
