using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>How one sensor of the ferry sees boats. Angles in radians, distances in metres.</summary>
/// <param name="Lag">By how much the file's times are late for this sensor, in seconds.</param>
/// <param name="RangeBias">Measured less true distance, the median; 0 for cameras.</param>
/// <param name="RangeDeviation">Standard deviation about it.</param>
/// <param name="AngleBias">Measured less true direction, the median.</param>
/// <param name="AngleDeviation">Standard deviation about it.</param>
/// <param name="AcrossDeviation">The same across the line of sight in metres.</param>
/// <param name="MaxRange">How far most boats are seen.</param>
/// <param name="DetectionProbability">Of a boat within that.</param>
public sealed record FerrySensorModel(
    double Lag,
    double RangeBias,
    double RangeDeviation,
    double AngleBias,
    double AngleDeviation,
    double AcrossDeviation,
    double MaxRange,
    double DetectionProbability)
{
    /// <summary>The sensors say nothing of how sure they are.</summary>
    private const double Score = 0.5;

    /// <summary>Standard deviation of the ferry's heading, which turns what is far away farther aside, in radians.</summary>
    private const double HeadingDeviation = 0.03;

    /// <summary>What the tracker is told of a place: the mean errors taken off.</summary>
    /// <param name="seen">From the ferry.</param>
    /// <param name="repeats">Scans in a row whose errors are much the same: their variance is as many times larger.</param>
    public Detection Detect(Point2 seen, Point2 ownShip, double repeats)
    {
        var (range, angle) = (Math.Max(0, seen.DistanceTo(default) - RangeBias), Math.Atan2(seen.Y, seen.X) - AngleBias);
        var (sin, cos) = Math.SinCos(angle);
        var turned = HeadingDeviation * range;
        var noise = new Covariance2(
            repeats * RangeDeviation * RangeDeviation, 0, repeats * ((AcrossDeviation * AcrossDeviation) + (turned * turned)));
        return new(FerryInput.Class, new(ownShip.X + (range * cos), ownShip.Y + (range * sin)), noise.Rotate(angle), Score);
    }

    public Bearing Look(double angle) => new(FerryInput.Class, Angle.Normalize(angle - AngleBias), AngleDeviation * AngleDeviation, Score);
}
