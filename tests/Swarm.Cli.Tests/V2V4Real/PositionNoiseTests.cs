using Swarm.Domain;
using Swarm.Evaluation;

namespace Swarm.Cli.Tests;

public sealed class PositionNoiseTests
{
    [Fact]
    public void Covariance_ThirtyFortyMetresAway_GrowsWithTheRangeOfFifty()
    {
        var covariance = new PositionNoise(0.2, 0.01).Covariance(new Position(30, -40));

        Assert.Equal(0.49, covariance.XX, 12);
        Assert.Equal(0.49, covariance.YY, 12);
        Assert.Equal(0, covariance.XY);
    }

    /// <summary>The residuals of the sequences that the model was fitted to, in units of the model, have a root mean square near 1.</summary>
    [Fact]
    public void StandardDeviation_TrainingSequences_FitsTheResiduals()
    {
        var directory = V2V4RealDirectory.Open(RecordedData.Require("v2v4real"), "train");
        var frames = directory.Sequences.SelectMany(sequence => directory.Load(sequence).Frames).ToList();

        Assert.InRange(Spread(frames, RecordedCar.Ego), 0.9, 1.1);
        Assert.InRange(Spread(frames, RecordedCar.Other), 0.9, 1.1);
    }

    private static double Spread(List<RecordedFrame> frames, RecordedCar car)
    {
        var squares = new List<double>();
        foreach (var frame in frames)
        {
            var detections = car.Detections(frame).Select(detection => detection.Box.Position).ToList();
            var labels = frame.Labels.Select(label => label.Box.Position.Plane).ToList();
            var partners = PlaneMatching.Match([.. detections.Select(position => position.Plane)], labels, maxDistance: 3);
            squares.AddRange(partners.Zip(detections)
                .Where(pair => pair.First >= 0)
                .Select(pair => pair.Second.Plane.DistanceTo(labels[pair.First]) / car.Noise.StandardDeviation(pair.Second))
                .Select(ratio => ratio * ratio / 2));
        }

        return Math.Sqrt(squares.Average());
    }
}
