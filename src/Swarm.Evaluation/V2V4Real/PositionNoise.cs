using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// How far a car's detections lie from the truth along each axis of the plane: a standard deviation in metres that grows with the
/// distance from the origin.
/// </summary>
/// <remarks>
/// Fitted to the <c>train</c> sequences, so that the <c>val</c> ones are played with a model that has not seen them: a line
/// through the root mean square of both planar residuals in each 10 m of range, weighted by their number, over detections
/// paired with a label within 3 m (the nearest pairs first). The second car's own range is not in the data (there are no
/// poses), and the error of the transformation between the cars dominates its residuals: no trend with range was found.
/// </remarks>
/// <param name="AtOrigin">Metres.</param>
/// <param name="PerMetre">Metres for each metre of range.</param>
public readonly record struct PositionNoise(double AtOrigin, double PerMetre)
{
    public static PositionNoise Ego { get; } = new(0.22, 0.0042);

    public static PositionNoise Other { get; } = new(0.61, 0);

    public double StandardDeviation(Position position) => AtOrigin + (PerMetre * position.Plane.DistanceTo(default));

    public Covariance2 Covariance(Position position) => Covariance2.Isotropic(StandardDeviation(position));
}
