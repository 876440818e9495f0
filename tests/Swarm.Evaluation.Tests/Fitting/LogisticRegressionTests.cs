namespace Swarm.Evaluation.Tests;

public sealed class LogisticRegressionTests
{
    /// <summary>With one feature of 0 or 1, the fitted probabilities are the shares of each: 1 of 4, and 3 of 5.</summary>
    [Fact]
    public void Fit_OneFeature_GivesTheSharesOfWhatHappened()
    {
        List<(double[], bool)> rows =
        [
            ([1, 0], true), ([1, 0], false), ([1, 0], false), ([1, 0], false),
            ([1, 1], true), ([1, 1], true), ([1, 1], true), ([1, 1], false), ([1, 1], false),
        ];

        var weights = LogisticRegression.Fit(rows);

        Assert.Equal(0.25, LogisticRegression.Probability(weights, [1, 0]), 1e-5);
        Assert.Equal(0.6, LogisticRegression.Probability(weights, [1, 1]), 1e-5);
    }

    [Fact]
    public void Fit_SamplesOfAModel_FindsItsWeights()
    {
        var random = new Random(5);
        double[] truth = [-0.4, 1.5, -2];
        List<(double[], bool)> rows = [];
        for (var i = 0; i < 40_000; i++)
        {
            double[] features = [1, random.NextDouble(), random.NextDouble()];
            rows.Add((features, random.NextDouble() < LogisticRegression.Probability(truth, features)));
        }

        var weights = LogisticRegression.Fit(rows);

        Assert.All(weights.Zip(truth), pair => Assert.Equal(pair.Second, pair.First, 0.15));
    }

    [Fact]
    public void Fit_NothingToFitTo_SaysSo()
    {
        var exception = Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([]));

        Assert.StartsWith("there is nothing to fit to", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LogLoss_HalfAndQuarter_IsTheMeanOfTheirLogarithms() =>
        Assert.Equal((Math.Log(2) + Math.Log(4)) / 2, LogisticRegression.LogLoss([(0.5, true), (0.75, false)]), 12);
}
