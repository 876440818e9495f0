using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>What the car's left colour camera has of the site frame at one instant.</summary>
internal sealed class CameraView(KittiCalibration calibration, RigidTransform unitPose, ImageBox image) : IFrameView
{
    /// <summary>What is nearer to the camera's plane than this, in metres, is not projected.</summary>
    private const double NearPlane = 0.1;

    private readonly RigidTransform _toSite = unitPose.After(calibration.ToUnit);
    private readonly RigidTransform _toCamera = unitPose.After(calibration.ToUnit).Inverse();

    /// <summary>The camera in the site frame, facing along its optical axis.</summary>
    public Pose Pose
    {
        get
        {
            var (place, axis) = (_toSite.Shift, _toSite.Turn(new(0, 0, 1)));
            return new(place.X, place.Y, Math.Atan2(axis.Y, axis.X), place.Z);
        }
    }

    /// <summary>The inverse of <see cref="ToColumns"/>: the middle of the body, its size and its yaw in the site frame.</summary>
    public (Position Position, Size Size, double Yaw) ToSite(in UprightBox box)
    {
        var middle = _toSite.Apply(new(box.X, box.Y - (box.Height / 2), box.Z));
        var (sin, cos) = Math.SinCos(box.Ry);
        var heading = _toSite.Turn(new(cos, 0, -sin));
        return (new(middle.X, middle.Y, middle.Z), new(box.Length, box.Width, box.Height), Math.Atan2(heading.Y, heading.X));
    }

    public UprightBox ToColumns(Position position, Size size, double yaw)
    {
        var middle = _toCamera.Apply(new(position.X, position.Y, position.Z));
        return new(size.Height, size.Width, size.Length, middle.X, middle.Y + (size.Height / 2), middle.Z, RyOf(yaw));
    }

    public (UprightBox Box, ImageBox Image)? Look(Position position, Size size, double yaw)
    {
        var box = ToColumns(position, size, yaw);
        return Project(box) is { } seen ? (box, seen) : null;
    }

    /// <summary>The box around the corners in the image, as far as it is in the image; null where nothing of it is.</summary>
    public ImageBox? Project(in UprightBox box)
    {
        Span<Vector3> corners = stackalloc Vector3[8];
        var (sin, cos) = Math.SinCos(box.Ry);
        for (var corner = 0; corner < corners.Length; corner++)
        {
            var a = ((corner & 1) == 0 ? 0.5 : -0.5) * box.Length;
            var b = ((corner & 2) == 0 ? 0.5 : -0.5) * box.Width;
            var y = (corner & 4) == 0 ? box.Y : box.Y - box.Height;
            corners[corner] = new(box.X + (cos * a) + (sin * b), y, box.Z - (sin * a) + (cos * b));
        }

        var outline = new ImageBox(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        for (var corner = 0; corner < corners.Length; corner++)
        {
            if (corners[corner].Z >= NearPlane)
                outline = Include(outline, corners[corner]);

            // Corners whose numbers differ in one bit are the ends of an edge.
            for (var bit = 1; bit < corners.Length; bit <<= 1)
            {
                var (from, to) = (corners[corner], corners[corner ^ bit]);
                if (from.Z < NearPlane && to.Z >= NearPlane)
                    outline = Include(outline, AtNearPlane(from, to));
            }
        }

        var seen = new ImageBox(
            Math.Max(outline.X1, image.X1), Math.Max(outline.Y1, image.Y1), Math.Min(outline.X2, image.X2), Math.Min(outline.Y2, image.Y2));
        return seen.X1 < seen.X2 && seen.Y1 < seen.Y2 ? seen : null;
    }

    private static Vector3 AtNearPlane(Vector3 from, Vector3 to)
    {
        var share = (NearPlane - from.Z) / (to.Z - from.Z);
        return new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)), NearPlane);
    }

    private ImageBox Include(in ImageBox outline, Vector3 point)
    {
        var p = calibration.Projection;
        var depth = (p[8] * point.X) + (p[9] * point.Y) + (p[10] * point.Z) + p[11];
        var x = ((p[0] * point.X) + (p[1] * point.Y) + (p[2] * point.Z) + p[3]) / depth;
        var y = ((p[4] * point.X) + (p[5] * point.Y) + (p[6] * point.Z) + p[7]) / depth;
        return new(Math.Min(outline.X1, x), Math.Min(outline.Y1, y), Math.Max(outline.X2, x), Math.Max(outline.Y2, y));
    }

    /// <summary>
    /// The turn in the camera's ground plane whose heading lies along <paramref name="yaw"/> seen from above the site: the camera is a
    /// little tilted, and only so the way there and back is exact.
    /// </summary>
    private double RyOf(double yaw)
    {
        var (sin, cos) = Math.SinCos(yaw);
        var (right, forward) = (_toSite.Turn(new(1, 0, 0)), _toSite.Turn(new(0, 0, 1)));
        var determinant = (right.X * forward.Y) - (right.Y * forward.X);
        var alongX = ((cos * forward.Y) - (sin * forward.X)) / determinant;
        var alongZ = ((right.X * sin) - (right.Y * cos)) / determinant;
        return Math.Atan2(-alongZ, alongX);
    }
}
