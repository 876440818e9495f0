namespace Swarm.Evaluation;

/// <summary>
/// What a detection tells of whether it is true: how sure the detector was, how far away it is, and how far its body, its height and its
/// place are from those of a car. Each number is of the order of 1.
/// </summary>
internal static class DetectionFeatures
{
    /// <summary>s score, r range from the origin / 50 m, l / 5 m, w / 2 m, h / 2 m, z in metres, y / 20 m, and the yaw's turn off the road.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["1", "s", "s2", "r", "r2", "s r", "l", "l2", "w", "h", "h2", "z", "z2", "|y|", "|sin 2yaw|", "s l", "s h"];

    public static double[] Of(RecordedDetection detection)
    {
        var (position, size) = (detection.Box.Position, detection.Box.Size);
        var s = detection.Score;
        var r = position.Plane.DistanceTo(default) / 50;
        var (l, w, h, z) = (size.Length / 5, size.Width / 2, size.Height / 2, position.Z);
        return
        [
            1, s, s * s, r, r * r, s * r, l, l * l, w, h, h * h, z, z * z,
            Math.Abs(position.Y) / 20, Math.Abs(Math.Sin(2 * detection.Box.Yaw)), s * l, s * h,
        ];
    }
}
