using System.Text.Json;

namespace Swarm.Evaluation.Tests;

/// <summary>A peer's tracks (AB3DMOT) of four inputs, and the scores that it publishes for them, counted in several ways.</summary>
public sealed class V2V4RealReferenceTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("ego")]
    [InlineData("cav1")]
    [InlineData("latefusion_nms")]
    [InlineData("cobevt")]
    public void Score_TracksOfAPeer_GivesItsFiguresInEveryWayOfCounting(string input)
    {
        var data = RecordedData.Require("v2v4real");
        var directory = V2V4RealDirectory.Open(data, "val");
        var truth = directory.Sequences.Select(sequence => V2V4RealTruth.Of(directory.Load(sequence))).ToList();
        var tracks = TrackFolder.Read(Path.Combine(data, "reference", $"tracks_{input}"), truth, "Car");
        var scorer = new TrackingScorer(truth, tracks);
        using var scores = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "reference", "scores.json")));
        var expected = scores.RootElement.GetProperty("inputs").GetProperty(input);

        Compare(expected.GetProperty("steady"), scorer, new ScoringOptions());
        Compare(expected.GetProperty("steady_fp_ignored"), scorer, new ScoringOptions() { CountFalsePositives = false });
        Compare(expected.GetProperty("fp_counted"), scorer, new ScoringOptions() { PublishedRounding = true });
        Compare(expected.GetProperty("fp_ignored"), scorer, new ScoringOptions() { CountFalsePositives = false, PublishedRounding = true });
    }

    private static void Compare(JsonElement expected, TrackingScorer scorer, ScoringOptions options)
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
    }
}
