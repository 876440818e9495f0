using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>How far detections lie from the truth, along the axis of their own box and across it.</summary>
public sealed record AxisNoise(PositionNoise Along, PositionNoise Across)
{
    public Covariance2 Covariance(Position position, double yaw)
    {
        var (along, across) = (Along.StandardDeviation(position), Across.StandardDeviation(position));
        return new Covariance2(along * along, 0, across * across).Rotate(yaw);
    }
}
