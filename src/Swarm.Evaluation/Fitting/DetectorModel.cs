using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>What is known of a car's detector: how much its scores mean, and how far its boxes are off.</summary>
public sealed record DetectorModel(ScoreCalibration Score, AxisNoise Noise)
{
    public Detection ToDetection(RecordedDetection recorded) => new(
        ObjectClass.Vehicle,
        recorded.Box.Position,
        Noise.Covariance(recorded.Box.Position, recorded.Box.Yaw),
        Score.ProbabilityOf(recorded),
        recorded.Box.Size,
        recorded.Box.Yaw);
}
