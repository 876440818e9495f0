namespace Swarm.Evaluation;

/// <summary>Makes of a detector's score the probability that its detection is true: a logistic function of <see cref="DetectionFeatures"/>.</summary>
/// <param name="Weights">One for each feature, by its name.</param>
public sealed record ScoreCalibration(IReadOnlyDictionary<string, double> Weights)
{
    private readonly double[] _weights = [.. DetectionFeatures.Names.Select(name => Weights.TryGetValue(name, out var weight)
        ? weight
        : throw new ArgumentException($"there is no weight of {name}", nameof(Weights)))];

    public double ProbabilityOf(RecordedDetection detection) =>
        LogisticRegression.Probability(_weights, DetectionFeatures.Of(detection));
}
