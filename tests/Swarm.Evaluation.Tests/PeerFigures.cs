using System.Text.Json;

namespace Swarm.Evaluation.Tests;

/// <summary>Compares a score with the figures that a peer's evaluation has for the same tracks.</summary>
internal static class PeerFigures
{
    private const double Tolerance = 1e-6;

    public static void Compare(JsonElement expected, TrackingScorer scorer, ScoringOptions options)
    {
        var score = scorer.Score(options, TestContext.Current.CancellationToken);
        Assert.Equal(expected.GetProperty("AMOTA").GetDouble(), score.Averages.Amota, Tolerance);
        Assert.Equal(expected.GetProperty("sAMOTA").GetDouble(), score.Averages.ScaledAmota, Tolerance);
        Assert.Equal(expected.GetProperty("AMOTP").GetDouble(), score.Averages.Amotp, Tolerance);
        Assert.Equal(expected.GetProperty("MOTA").GetDouble(), score.Best.Mota, Tolerance);
        Assert.Equal(expected.GetProperty("MOTP").GetDouble(), score.Best.Motp, Tolerance);
        Assert.Equal(expected.GetProperty("threshold").GetDouble(), score.Threshold, Tolerance);
        Assert.Equal(expected.GetProperty("FP").GetInt32(), score.Best.FalsePositives);
        Assert.Equal(expected.GetProperty("FN").GetInt32(), score.Best.FalseNegatives);
        Assert.Equal(expected.GetProperty("IDS").GetInt32(), score.Best.IdentitySwitches);
        Assert.Equal(expected.GetProperty("FRAG").GetInt32(), score.Best.Fragmentations);
        var trajectories = score.Best.Trajectories;
        Assert.Equal(expected.GetProperty("MT").GetDouble(), trajectories.MostlyTracked / (double)trajectories.Objects, Tolerance);
        Assert.Equal(expected.GetProperty("ML").GetDouble(), trajectories.MostlyLost / (double)trajectories.Objects, Tolerance);
        if (expected.TryGetProperty("n_points", out var points))
            Assert.Equal(points.GetInt32(), score.RecallPoints);
        if (expected.TryGetProperty("TP", out var pairs))
            Assert.Equal(pairs.GetInt32(), score.Best.TruePositives);
        if (expected.TryGetProperty("recall", out var recall))
            Assert.Equal(recall.GetDouble(), score.Best.Recall, Tolerance);
        if (expected.TryGetProperty("precision", out var precision))
            Assert.Equal(precision.GetDouble(), score.Best.Precision, Tolerance);
    }
}
