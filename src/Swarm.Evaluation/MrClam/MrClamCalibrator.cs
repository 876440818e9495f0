namespace Swarm.Evaluation;

/// <summary>Calibrates the robots of a recording on a part of it where the motion capture is theirs to use.</summary>
internal static class MrClamCalibrator
{
    /// <param name="from">Seconds.</param>
    /// <param name="to">Seconds; nothing of that time or later has a part in it.</param>
    public static MrClamCalibration Fit(MrClamRecording recording, double from, double to)
    {
        var sightings = new SightingFit(recording, from, to);
        var delay = sightings.Delay();
        var calibrations = sightings.Calibrations(delay);
        var (range, bearing) = sightings.Deviations(calibrations, delay);

        var odometry = new OdometryFit(recording, from, to);
        var scales = odometry.Calibrate();
        return new(
            calibrations,
            delay,
            scales,
            range,
            bearing,
            odometry.Noise(scales));
    }
}
