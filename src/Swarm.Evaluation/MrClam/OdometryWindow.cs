using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>What the odometry said over a while, and what the motion capture did.</summary>
/// <param name="Way">Metres driven along the robot's heading.</param>
/// <param name="Aside">Metres across it.</param>
/// <param name="Yaw">Radians.</param>
internal sealed record OdometryWindow(OdometrySaid Said, double Way, double Aside, double Yaw)
{
    /// <summary>Null where the motion capture has a hole.</summary>
    /// <param name="step">Seconds; short enough for the heading to stay about the same.</param>
    public static OdometryWindow? Of(MotionCapture truth, OdometrySum said, double from, double to, double step)
    {
        double way = 0, aside = 0, yaw = 0;
        if (truth.At(from) is not { } last)
            return null;
        for (var time = from + step; time <= to + 1e-9; time += step)
        {
            if (truth.At(Math.Min(time, to)) is not { } now)
                return null;
            var turn = Angle.Normalize(now.Yaw - last.Yaw);
            var moved = (last with { Yaw = last.Yaw + (turn / 2) }).InverseTransform(now.Plane);
            (way, aside, yaw, last) = (way + moved.X, aside + moved.Y, yaw + turn, now);
        }

        return new(said.Between(from, to), way, aside, yaw);
    }

    /// <summary>What is left after the calibration: metres, radians.</summary>
    public (double Way, double Yaw) Error(OdometryCalibration by) =>
        (Way - (by.SpeedScale * Said.Way) + (by.TurnLoss * Said.TurnedWay), Yaw - (by.YawScale * Said.Yaw));
}
