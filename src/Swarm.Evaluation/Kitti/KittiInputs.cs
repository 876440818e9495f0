using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// KITTI for a tracker: one car drives through a fixed site frame and detects cars, pedestrians and cyclists at once. Its poses carry
/// what it sees into the site frame, and the tracks back before its camera.
/// </summary>
public static class KittiInputs
{
    private const string Sensor = "lidar";
    private static readonly DeviceId Car = new("car");

    /// <summary>Relative times are all that matters.</summary>
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    public static TrackingInput Of(IReadOnlyList<KittiSequence> sequences) => new(
        "kitti",
        [.. sequences.Select(sequence => new TrackingSequence(
            sequence.Name, [.. Enumerable.Range(0, sequence.Frames).Select(frame => Frame(sequence, frame))]))],
        [.. KittiCategory.All.Select(category => new ScoredClass(
            category.Name, category.Type, category.Class, [.. sequences.Select(sequence => KittiTruth.Of(sequence, category))]))],
        KittiSettings.Tracker);

    private static TrackingFrame Frame(KittiSequence sequence, int frame)
    {
        var view = sequence.Views[frame];
        var objects = KittiCategory.All.SelectMany(
            category => sequence.Detections[category][frame].Select(detection => ToSite(detection, category, view)));
        var time = Start + (frame * KittiSequence.FrameInterval);
        return new(time, [new Observation(Car, Sensor, time, view.Pose, [.. objects], Region: null)], view);
    }

    private static Detection ToSite(KittiDetection detection, KittiCategory category, CameraView view)
    {
        var (position, size, yaw) = view.ToSite(detection.Box);
        var range = new Position(detection.Box.X, detection.Box.Z);
        return new(category.Class, position, category.Noise.Covariance(range), category.ProbabilityOf(detection.Score), size, yaw);
    }
}
