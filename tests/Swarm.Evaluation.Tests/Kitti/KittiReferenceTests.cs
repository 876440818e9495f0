using System.Text.Json;

namespace Swarm.Evaluation.Tests;

/// <summary>A peer's tracks (AB3DMOT) of cars, and the scores that it publishes for them.</summary>
public sealed class KittiReferenceTests
{
    [Theory]
    [InlineData("iou_0.25", 0.25)]
    [InlineData("iou_0.5", 0.5)]
    public void Score_TracksOfAPeer_GivesItsFigures(string rows, double minOverlap)
    {
        var data = RecordedData.Require("kitti_tracking");
        var directory = KittiDirectory.Open(data);
        var truth = directory.Sequences.Select(sequence => KittiTruth.Of(directory.Load(sequence), KittiCategory.Car)).ToList();
        var scorer = new TrackingScorer(truth, TrackFolder.Read(Path.Combine(data, "reference", "tracks_Car"), truth, "Car"));
        using var scores = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "reference", "scores.json")));
        var expected = scores.RootElement.GetProperty(rows);
        var options = new ScoringOptions { MinOverlap = minOverlap, CountFalsePositives = false };

        PeerFigures.Compare(expected.GetProperty("steady"), scorer, options);
        PeerFigures.Compare(expected.GetProperty("published"), scorer, options with { PublishedRounding = true });
    }

    /// <summary>The data set has 1,608 frames, 4,209 boxes of cars that count, and 65 cars that do.</summary>
    [Fact]
    public void Load_RealRecording_HasTheCountsOfItsDescription()
    {
        var directory = KittiDirectory.Open(RecordedData.Require("kitti_tracking"));

        var truth = directory.Sequences.Select(sequence => KittiTruth.Of(directory.Load(sequence), KittiCategory.Car)).ToList();

        Assert.Equal(["0008", "0010", "0015", "0016", "0018"], directory.Sequences);
        Assert.Equal(1608, truth.Sum(sequence => sequence.Frames.Count));
        var boxes = truth.SelectMany(sequence => sequence.Frames.SelectMany(frame => frame.Boxes.Select(box => (sequence.Name, box)))).ToList();
        Assert.Equal(4209, boxes.Count(box => !box.box.Ignored));
        Assert.Equal(65, boxes.Where(box => !box.box.Ignored).Select(box => (box.Name, box.box.Object)).Distinct().Count());
    }
}
