using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>The size of a body and how it is turned, smoothed over its detections; null where none has told.</summary>
internal readonly record struct Extent(Size? Size, double? Yaw)
{
    private const double Smoothing = 0.3;

    public Extent Take(Size? size, double? yaw) => new(Smooth(Size, size), Smooth(Yaw, yaw));

    /// <summary>What the other tells where this does not.</summary>
    public Extent Or(Extent other) => new(Size ?? other.Size, Yaw ?? other.Yaw);

    private static Size? Smooth(Size? before, Size? seen) => (before, seen) switch
    {
        ({ } b, { } s) => new(
            b.Length + (Smoothing * (s.Length - b.Length)),
            b.Width + (Smoothing * (s.Width - b.Width)),
            b.Height + (Smoothing * (s.Height - b.Height))),
        _ => seen ?? before,
    };

    private static double? Smooth(double? before, double? seen)
    {
        if (before is not { } b || seen is not { } s)
            return seen ?? before;
        // Detectors often mistake front for back: half a turn more or less does not count.
        var step = Math.IEEERemainder(s - b, Math.PI);
        return Angle.Normalize(b + (Smoothing * step));
    }
}
