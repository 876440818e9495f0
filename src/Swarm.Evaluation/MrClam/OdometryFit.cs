using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>Finds out what the robots do for what their odometry says, from windows of a few seconds beside the motion capture.</summary>
/// <param name="from">Seconds.</param>
/// <param name="to">Seconds; nothing of that time or later is looked at.</param>
internal sealed class OdometryFit(MrClamRecording recording, double from, double to)
{
    /// <summary>Seconds; long enough for the start of a turn and its end to fall into one.</summary>
    private const double Window = 4;
    private const double Step = 0.2;
    private const double LongestDelay = 0.4;
    private const double DelayStep = 0.02;

    /// <summary>Metres and radians of error in a window, to weigh what the windows tell against what is likely.</summary>
    private const double WayError = 0.02;
    private const double YawError = 0.05;

    /// <summary>The calibration with the delay for which the yaw fits best.</summary>
    public OdometryCalibration Calibrate()
    {
        OdometryCalibration? best = null;
        var least = double.PositiveInfinity;
        for (var i = 0; i * DelayStep <= LongestDelay; i++)
        {
            var windows = Windows(i * DelayStep);
            var calibration = Calibrate(windows, i * DelayStep);
            var sum = windows.Sum(window => Square(window.Error(calibration).Yaw));
            if (sum < least)
                (best, least) = (calibration, sum);
        }

        return best ?? throw new DataException($"no robot has odometry and motion capture between {from} s and {to} s");
    }

    /// <summary>How the errors that are left grow.</summary>
    public OdometryNoise Noise(OdometryCalibration calibration)
    {
        double ways = 0, along = 0, across = 0;
        var yaw = new List<(Matrix<Two, One>, double)>();
        foreach (var window in Windows(calibration.Delay))
        {
            var error = window.Error(calibration);
            ways += Math.Abs(window.Said.Way);
            along += Square(error.Way);
            across += Square(window.Aside);
            // A square of an error scatters as much as it is large: those of long turns must not drown the others.
            var weight = 1 / (1e-4 + (1e-2 * window.Said.Turn));
            yaw.Add((weight * Matrices.Column<Two>(Math.Abs(window.Said.Way), window.Said.Turn), weight * Square(error.Yaw)));
        }

        if (ways == 0)
            throw new DataException($"no robot drove between {from} s and {to} s: nothing to calibrate the odometry with");
        var growth = LinearFit.Solve(yaw, default, Matrices.Column<Two>(1, 1));
        return new OdometryNoise
        {
            AlongPerMetre = along / ways,
            AcrossPerMetre = across / ways,
            YawPerMetre = Math.Max(growth[0, 0], 1e-5),
            YawPerRadian = Math.Max(growth[1, 0], 1e-5),
        };
    }

    private static OdometryCalibration Calibrate(List<OdometryWindow> windows, double delay)
    {
        var speed = LinearFit.Solve(
            windows.Select(window => (1 / WayError * Matrices.Column<Two>(window.Said.Way, -window.Said.TurnedWay), window.Way / WayError)),
            Matrices.Column<Two>(1, 0),
            Matrices.Column<Two>(0.1, 1));
        var yaw = LinearFit.Solve(
            windows.Select(window => (Matrices.Column<One>(window.Said.Yaw / YawError), window.Yaw / YawError)),
            Matrices.Column<One>(1),
            Matrices.Column<One>(0.1));
        return new(delay, speed[0, 0], speed[1, 0], yaw[0, 0]);
    }

    private List<OdometryWindow> Windows(double delay)
    {
        var windows = new List<OdometryWindow>();
        foreach (var robot in recording.Robots)
        {
            var said = new OdometrySum(robot.Odometry, delay);
            for (var time = Math.Max(from, said.Begin); time + Window < Math.Min(to, said.End); time += Window)
            {
                if (OdometryWindow.Of(robot.Truth, said, time, time + Window, Step) is { } window)
                    windows.Add(window);
            }
        }

        return windows;
    }

    private static double Square(double value) => value * value;
}
