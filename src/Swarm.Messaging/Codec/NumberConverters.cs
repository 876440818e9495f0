using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>The structs of numbers that messages are full of.</summary>
internal static class NumberConverters
{
    public static readonly OfPoint Point = new();
    public static readonly OfPosition Position = new();
    public static readonly OfVelocity Velocity = new();
    public static readonly OfSize Size = new();
    public static readonly OfPose Pose = new();
    public static readonly OfCovariance Covariance = new();
    public static readonly OfPoseCovariance PoseCovariance = new();

    public sealed class OfPoint() : NumbersConverter<Point2>(2, "x", "y")
    {
        protected override Point2 Make(ReadOnlySpan<double> values) => new(values[0], values[1]);

        protected override void Take(Point2 value, Span<double> values) => (values[0], values[1]) = (value.X, value.Y);
    }

    public sealed class OfPosition() : NumbersConverter<Position>(2, "x", "y", "z")
    {
        protected override Position Make(ReadOnlySpan<double> values) => new(values[0], values[1], values[2]);

        protected override void Take(Position value, Span<double> values) =>
            (values[0], values[1], values[2]) = (value.X, value.Y, value.Z);
    }

    public sealed class OfVelocity() : NumbersConverter<Velocity>(2, "x", "y")
    {
        protected override Velocity Make(ReadOnlySpan<double> values) => new(values[0], values[1]);

        protected override void Take(Velocity value, Span<double> values) => (values[0], values[1]) = (value.X, value.Y);
    }

    public sealed class OfSize() : NumbersConverter<Size>(2, "length", "width", "height")
    {
        protected override Size Make(ReadOnlySpan<double> values) => new(values[0], values[1], values[2]);

        protected override void Take(Size value, Span<double> values) =>
            (values[0], values[1], values[2]) = (value.Length, value.Width, value.Height);
    }

    public sealed class OfPose() : NumbersConverter<Pose>(3, "x", "y", "yaw", "z")
    {
        protected override Pose Make(ReadOnlySpan<double> values) => new(values[0], values[1], values[2], values[3]);

        protected override void Take(Pose value, Span<double> values) =>
            (values[0], values[1], values[2], values[3]) = (value.X, value.Y, value.Yaw, value.Z);
    }

    public sealed class OfCovariance() : NumbersConverter<Covariance2>(3, "xx", "xy", "yy")
    {
        protected override Covariance2 Make(ReadOnlySpan<double> values) => new(values[0], values[1], values[2]);

        protected override void Take(Covariance2 value, Span<double> values) =>
            (values[0], values[1], values[2]) = (value.XX, value.XY, value.YY);
    }

    public sealed class OfPoseCovariance() : NumbersConverter<PoseCovariance>(6, "xx", "xy", "xYaw", "yy", "yYaw", "yawYaw")
    {
        protected override PoseCovariance Make(ReadOnlySpan<double> values) =>
            new(values[0], values[1], values[2], values[3], values[4], values[5]);

        protected override void Take(PoseCovariance value, Span<double> values) =>
            (values[0], values[1], values[2], values[3], values[4], values[5]) =
                (value.XX, value.XY, value.XYaw, value.YY, value.YYaw, value.YawYaw);
    }

    public sealed class OfKinematicCovariance()
        : NumbersConverter<KinematicCovariance>(10, "xx", "xy", "xVx", "xVy", "yy", "yVx", "yVy", "vxVx", "vxVy", "vyVy")
    {
        protected override KinematicCovariance Make(ReadOnlySpan<double> values) => new(
            values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8], values[9]);

        protected override void Take(KinematicCovariance value, Span<double> values)
        {
            (values[0], values[1], values[2], values[3]) = (value.XX, value.XY, value.XVx, value.XVy);
            (values[4], values[5], values[6]) = (value.YY, value.YVx, value.YVy);
            (values[7], values[8], values[9]) = (value.VxVx, value.VxVy, value.VyVy);
        }
    }
}
