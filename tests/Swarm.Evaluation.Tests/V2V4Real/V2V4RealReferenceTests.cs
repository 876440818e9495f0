using System.Text.Json;

namespace Swarm.Evaluation.Tests;

/// <summary>A peer's tracks (AB3DMOT) of four inputs, and the scores that it publishes for them, counted in several ways.</summary>
public sealed class V2V4RealReferenceTests
{
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

        PeerFigures.Compare(expected.GetProperty("steady"), scorer, new ScoringOptions());
        PeerFigures.Compare(expected.GetProperty("steady_fp_ignored"), scorer, new ScoringOptions() { CountFalsePositives = false });
        PeerFigures.Compare(expected.GetProperty("fp_counted"), scorer, new ScoringOptions() { PublishedRounding = true });
        PeerFigures.Compare(expected.GetProperty("fp_ignored"), scorer, new ScoringOptions() { CountFalsePositives = false, PublishedRounding = true });
    }
}
