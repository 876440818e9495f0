using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>
/// Turns the boxes of a frame into what a device publishes. Where the camera's mount is known, an object stands where the middle of its
/// box's lower edge meets the ground: that is right for people, and for long objects their near end. It gets a bearing instead
/// where that point says little: the box is cut off by the lower edge of the frame, the point is too far away, or its error is more than
/// <see cref="LargestShare"/> of its distance.
/// </summary>
/// <param name="lens">In pixels of the frames that boxes are given in.</param>
/// <param name="mount">Null where it is not known: then all are bearings, from the camera's axis.</param>
/// <param name="range">Metres from the camera beyond which the ground is not taken for level.</param>
public sealed class Camera(CameraLens lens, CameraMount? mount = null, PixelError? error = null, double range = 60)
{
    /// <summary>To first order only; beyond, the error is no ellipse any more.</summary>
    private const double LargestShare = 0.3;

    /// <summary>Lower edges this near to that of the frame are cut off, pixels.</summary>
    private const double Edge = 2;

    /// <summary>
    /// Bearings are taken from the body's origin. From a camera beside it they differ by at most offset / distance; an object is taken to be
    /// no nearer than this, metres.
    /// </summary>
    private const double NearestObject = 3;

    private readonly GroundPlane? _ground = mount is null ? null : new GroundPlane(lens, mount);
    private readonly PixelError _error = error ?? new PixelError();
    private readonly CameraMount _mount = mount ?? new CameraMount(1, 0);

    /// <param name="boxes">In pixels of a frame.</param>
    /// <param name="height">Of the frame.</param>
    /// <param name="score">Boxes below are left out, and so are classes that <see cref="ObjectClasses"/> does not know.</param>
    public CameraSight See(IEnumerable<DetectedBox> boxes, int height, double score = 0.3) => See(
        boxes.Where(box => box.Score >= score && ObjectClasses.Of(box.Name) is not null)
            .Select(box => (ObjectClasses.Of(box.Name)!.Value, (double)box.Score, box.Box)),
        height);

    /// <param name="found">In parts of a frame.</param>
    /// <param name="width">Of the frame, in the pixels that the lens is in.</param>
    /// <param name="height">Likewise.</param>
    /// <param name="score">Objects below are left out.</param>
    public CameraSight See(IEnumerable<ImageObject> found, int width, int height, double score = 0.3) => See(
        found.Where(item => item.Score >= score).Select(item => (
            item.Class,
            item.Score,
            new ImageBox((float)(item.Left * width), (float)(item.Top * height), (float)(item.Right * width), (float)(item.Bottom * height)))),
        height);

    private CameraSight See(IEnumerable<(ObjectClass Class, double Score, ImageBox Box)> boxes, int height)
    {
        var objects = new List<Detection>();
        var bearings = new List<Bearing>();
        foreach (var (kind, score, box) in boxes)
        {
            if (Foot(box, height) is { } foot)
                objects.Add(new Detection(kind, new Position(foot.Position.X, foot.Position.Y), foot.Covariance, score));
            else
                bearings.Add(Direction(kind, score, box));
        }

        return new CameraSight(objects, bearings);
    }

    private GroundPoint? Foot(ImageBox box, int height)
    {
        if (box.Bottom > height - Edge
            || _ground?.ToGround((box.Left + box.Right) / 2, box.Bottom, _error.Of(box.Width), _error.Of(box.Height)) is not { } foot)
            return null;
        var distance = foot.Position.DistanceTo(new Point2(_mount.X, _mount.Y));
        var deviation = Math.Sqrt(foot.Covariance.XX + foot.Covariance.YY);
        return distance <= range && deviation <= LargestShare * distance ? foot : null;
    }

    /// <summary>
    /// The direction of the box's middle: with N and a as in <see cref="GroundPlane"/>, φ = yaw + atan2(−a, N), and
    /// ∂φ/∂a = −N / (N² + a²), ∂φ/∂b = −a sin θ / (N² + a²).
    /// </summary>
    private Bearing Direction(ObjectClass kind, double score, ImageBox box)
    {
        var a = (((box.Left + box.Right) / 2) - lens.CentreX) / lens.FocalLength;
        var b = (((box.Top + box.Bottom) / 2) - lens.CentreY) / lens.FocalLength;
        var (sin, cos) = Math.SinCos(_mount.Pitch);
        var n = cos - (b * sin);
        var square = (n * n) + (a * a);
        var (byA, byB) = (n / square * _error.Of(box.Width) / lens.FocalLength, a * sin / square * _error.Of(box.Height) / lens.FocalLength);
        var beside = new Point2(_mount.X, _mount.Y).DistanceTo(default) / NearestObject;
        return new Bearing(
            kind, Angle.Normalize(_mount.Yaw + Math.Atan2(-a, n)), (byA * byA) + (byB * byB) + (beside * beside), score);
    }
}
