using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>How well a sensor sees.</summary>
/// <param name="RangeNoise">Standard deviation in metres at no distance.</param>
/// <param name="RangeNoiseGrowth">Standard deviation in metres that every metre of distance adds.</param>
/// <param name="BearingNoise">Standard deviation in radians.</param>
/// <param name="DetectionProbability">Of an object whose middle is in clear view; half of that where only an edge shows.</param>
/// <param name="FalseAlarms">Mean number of detections of nothing in one look with nothing in the way.</param>
/// <param name="Period">Between two looks.</param>
internal sealed record SensorModel(
    Sensor Sensor,
    double RangeNoise,
    double RangeNoiseGrowth,
    double BearingNoise,
    double DetectionProbability,
    double FalseAlarms,
    TimeSpan Period)
{
    /// <summary>A ring of lidar and cameras, as small machines on wheels carry it.</summary>
    public static SensorModel Ground(string id, Pose mount, double angle, double range) => new(
        new(id, mount, new(angle, range)), 0.03, 0.004, 0.006, 0.93, 0.03, TimeSpan.FromMilliseconds(100));

    /// <summary>A camera that looks down on the ground from above.</summary>
    public static SensorModel Overhead(string id, Pose mount, double angle, double range) => new(
        new(id, mount, new(angle, range)), 0.06, 0.006, 0.008, 0.9, 0.03, TimeSpan.FromMilliseconds(200));

    /// <summary>Covariance of a measured position, in the sensor's own axes turned to <paramref name="bearing"/>.</summary>
    public Covariance2 CovarianceAt(double range, double bearing)
    {
        var along = RangeNoise + (RangeNoiseGrowth * range);
        var across = RangeNoise + (BearingNoise * range);
        return new Covariance2(along * along, 0, across * across).Rotate(bearing);
    }
}
