namespace Swarm.Vision;

/// <summary>A pinhole camera with square pixels, whose lens bends no lines (or whose pictures were straightened).</summary>
/// <param name="FocalLength">In pixels of the frame.</param>
/// <param name="CentreX">Where the optical axis meets the frame, pixels from its left edge.</param>
/// <param name="CentreY">Likewise, from its top edge.</param>
public sealed record CameraLens(double FocalLength, double CentreX, double CentreY)
{
    /// <summary>A camera that sees <paramref name="horizontalAngle"/> radians from the left edge of its frame to the right.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle is not between 0 and π.</exception>
    public static CameraLens OfFieldOfView(double horizontalAngle, int width, int height) => horizontalAngle is > 0 and < Math.PI
        ? new CameraLens(width / 2.0 / Math.Tan(horizontalAngle / 2), width / 2.0, height / 2.0)
        : throw new ArgumentOutOfRangeException(nameof(horizontalAngle), horizontalAngle, "an angle between 0 and π is expected");
}
