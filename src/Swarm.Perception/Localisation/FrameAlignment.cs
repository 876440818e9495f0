using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// The turn and shift from one frame to another by least squares over places known in both, in closed form (Horn, "Closed-form Solution
/// of Absolute Orientation Using Unit Quaternions", Journal of the Optical Society of America A 4(4), 1987; here in the plane). The places' errors are taken to be all
/// alike, so many places are no surer than one: who told them may have been wrong the same way each time.
/// </summary>
internal readonly record struct FrameAlignment(Pose Origin, Point2 Centre, double Deviation, double YawDeviation)
{
    /// <param name="places">At least two, not all in one place.</param>
    public static FrameAlignment Of(IReadOnlyList<CommonPlace> places)
    {
        double weights = 0, lx = 0, ly = 0, sx = 0, sy = 0, deviations = 0;
        foreach (var (local, site, variance, _) in places)
        {
            var weight = 1 / variance;
            weights += weight;
            (lx, ly) = (lx + (weight * local.X), ly + (weight * local.Y));
            (sx, sy) = (sx + (weight * site.X), sy + (weight * site.Y));
            deviations += weight * Math.Sqrt(variance);
        }

        var (centre, target) = (new Point2(lx / weights, ly / weights), new Point2(sx / weights, sy / weights));
        double along = 0, across = 0, lever = 0, torque = 0;
        foreach (var (local, site, variance, _) in places)
        {
            var weight = 1 / variance;
            var (ax, ay, bx, by) = (local.X - centre.X, local.Y - centre.Y, site.X - target.X, site.Y - target.Y);
            along += weight * ((ax * bx) + (ay * by));
            across += weight * ((ax * by) - (ay * bx));
            lever += weight * ((ax * ax) + (ay * ay));
            torque += weight * Math.Sqrt(((ax * ax) + (ay * ay)) * variance);
        }

        var yaw = Math.Atan2(across, along);
        var turned = new Pose(0, 0, yaw).Transform(centre);
        return new(
            new Pose(target.X - turned.X, target.Y - turned.Y, yaw),
            centre,
            deviations / weights,
            lever > 0 ? torque / lever : double.PositiveInfinity);
    }

    public Point2 Apply(Point2 local) => Origin.Transform(local);

    public (Pose Pose, PoseCovariance Covariance) Apply(Pose local)
    {
        var (at, centre) = (Apply(local.Plane), Apply(Centre));
        var (dx, dy) = (at.X - centre.X, at.Y - centre.Y);
        var (shift, turn) = (Deviation * Deviation, YawDeviation * YawDeviation);
        return (
            local with { X = at.X, Y = at.Y, Yaw = Angle.Normalize(local.Yaw + Origin.Yaw) },
            new(shift + (turn * dy * dy), -turn * dx * dy, -turn * dy, shift + (turn * dx * dx), turn * dx, turn));
    }
}
