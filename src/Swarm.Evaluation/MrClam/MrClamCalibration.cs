using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>What the sensors of the robots get wrong, and by how much, as found where the motion capture told.</summary>
/// <param name="Sightings">Of each robot, in the order of the recording.</param>
/// <param name="SightingDelay">Seconds by which the time of a sighting is later than what was seen.</param>
/// <param name="RangeDeviation">Standard deviation of a corrected range, for each metre of it.</param>
/// <param name="BearingDeviation">Standard deviation of a corrected bearing, in radians.</param>
public sealed record MrClamCalibration(
    IReadOnlyList<SightingCalibration> Sightings,
    double SightingDelay,
    OdometryCalibration Odometry,
    double RangeDeviation,
    double BearingDeviation,
    OdometryNoise Noise)
{
    /// <summary>A sighting by a robot, put right.</summary>
    /// <param name="robot">Its index in the recording.</param>
    internal RangeBearing Correct(int robot, in MrClamSighting seen, bool isDevice)
    {
        var calibration = Sightings[robot];
        var range = calibration.Range(seen, isDevice);
        return new(range, seen.Bearing + calibration.BearingOffset, RangeDeviation * range, BearingDeviation);
    }
}
