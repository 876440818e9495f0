namespace Swarm.Evaluation;

/// <summary>Fits the model of a detector to what it detected and what was there.</summary>
internal static class DetectorFit
{
    /// <summary>Decimals that are kept: far finer than the data tells, and the same on every machine.</summary>
    private const int Decimals = 5;

    /// <exception cref="DataException">There is too little to fit to.</exception>
    public static FittedDetector Of(string car, IReadOnlyList<DetectionTruth> samples)
    {
        try
        {
            var weights = LogisticRegression.Fit([.. samples.Select(one => (DetectionFeatures.Of(one.Detection), one.Label is not null))]);
            var model = new DetectorModel(
                new(DetectionFeatures.Names.Zip(weights).ToDictionary(one => one.First, one => Math.Round(one.Second, Decimals))),
                new(Fit(samples, along: true), Fit(samples, along: false)));
            return new(
                samples.Count,
                samples.Count(one => one.Label is not null),
                LogLoss(samples, detection => detection.Score),
                LogLoss(samples, model.Score.ProbabilityOf),
                model);
        }
        catch (ArgumentException exception)
        {
            throw new DataException($"the {samples.Count} detections of {car} cannot be fitted to: {exception.Message}");
        }
    }

    private static PositionNoise Fit(IEnumerable<DetectionTruth> samples, bool along)
    {
        var noise = NoiseFit.Of([.. samples.Where(one => one.Label is not null).Select(one => Residual(one, along))]);
        return new(Math.Round(noise.AtOrigin, Decimals), Math.Round(noise.PerMetre, Decimals));
    }

    private static (double Range, double Metres) Residual(DetectionTruth sample, bool along)
    {
        var (seen, truth) = (sample.Detection.Box.Position, sample.Label!.Box.Position);
        var (sin, cos) = Math.SinCos(sample.Detection.Box.Yaw);
        var (dx, dy) = (seen.X - truth.X, seen.Y - truth.Y);
        return (seen.Plane.DistanceTo(default), along ? (cos * dx) + (sin * dy) : (cos * dy) - (sin * dx));
    }

    private static double LogLoss(IEnumerable<DetectionTruth> samples, Func<RecordedDetection, double> probability) =>
        Math.Round(LogisticRegression.LogLoss(samples.Select(one => (probability(one.Detection), one.Label is not null))), Decimals);
}
