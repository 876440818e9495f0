using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// How far detections lie from the truth along an axis: a standard deviation in metres that grows with the distance from the origin.
/// </summary>
/// <param name="AtOrigin">Metres.</param>
/// <param name="PerMetre">Metres for each metre of range.</param>
public readonly record struct PositionNoise(double AtOrigin, double PerMetre)
{
    public double StandardDeviation(Position position) => AtOrigin + (PerMetre * position.Plane.DistanceTo(default));

    /// <summary>The same along both axes of the plane.</summary>
    public Covariance2 Covariance(Position position) => Covariance2.Isotropic(StandardDeviation(position));
}
