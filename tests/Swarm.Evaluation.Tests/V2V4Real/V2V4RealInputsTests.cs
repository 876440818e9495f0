namespace Swarm.Evaluation.Tests;

public sealed class V2V4RealInputsTests
{
    private static readonly UprightBox Car = new(Height: 1.6, Width: 1.9, Length: 4.4, X: 20, Y: -0.9, Z: -7, Ry: 0.3);

    [Fact]
    public void Of_DetectionSeenBack_IsTheBoxOfTheFiles()
    {
        var frame = Recording.Frame([new RecordedDetection(0, RecordedBox.From(Car), 0.7)], [], []);
        var input = V2V4RealInputs.Of("ego", [new Recording("0001", [frame])]);

        var shown = Assert.Single(input.Sequences).Frames[0];
        var detection = Assert.Single(Assert.Single(shown.Observations).Objects);

        var seen = shown.View.Look(detection.Position, detection.Size!.Value, detection.Yaw!.Value);
        Assert.Equal(Car, seen!.Value.Box);
    }

    [Fact]
    public void Of_Both_AreTwoDevicesWithoutALookedAtRegion()
    {
        var frame = Recording.Frame([], [new RecordedDetection(0, RecordedBox.From(Car), 0.7)], []);

        var input = V2V4RealInputs.Of("both", [new Recording("0001", [frame, frame])]);

        var second = input.Sequences[0].Frames[1];
        Assert.Equal(["ego", "cav1"], second.Observations.Select(observation => observation.Device.Value));
        Assert.Equal([0, 1], second.Observations.Select(observation => observation.Objects.Count));
        Assert.All(second.Observations, observation => Assert.Null(observation.Region));
        Assert.Equal(TimeSpan.FromSeconds(0.1), second.Time - input.Sequences[0].Frames[0].Time);
    }

    [Fact]
    public void Of_LabelOfTheFirstCarItself_IsTruthToo()
    {
        var frame = Recording.Frame([], [], [new(0, 1, RecordedBox.From(Car)), new(0, 2, RecordedBox.From(Car with { X = 0.3, Z = 0 }))]);

        var input = V2V4RealInputs.Of("cav1", [new Recording("0001", [frame])]);

        Assert.Equal([1, 2], input.Classes[0].Truth[0].Frames[0].Boxes.Select(box => box.Object));
    }

    [Fact]
    public void Of_UnknownInput_NamesTheOnesThere()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => V2V4RealInputs.Of("all", []));

        Assert.Contains("ego, cav1, both", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Two cars together find more of what is there than each alone.</summary>
    [Fact]
    public void Run_RealRecording_BothCarsBeatEachAlone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var directory = V2V4RealDirectory.Open(RecordedData.Require("v2v4real"), "val");
        var recordings = directory.Sequences.Select(directory.Load).ToList();
        var scores = V2V4RealInputs.Names.ToDictionary(
            name => name,
            name => TrackerRun.Of(V2V4RealInputs.Of(name, recordings), cancellation).Score(new(), cancellation));

        Assert.All(scores.Values, score => Assert.Equal(13_305, score.Best.TruePositives + score.Best.FalseNegatives));
        Assert.InRange(scores["both"].Averages.Amota, 0.325, 1);
        Assert.True(scores["both"].Averages.Amota > scores["ego"].Averages.Amota + 0.1);
        Assert.True(scores["ego"].Averages.Amota > scores["cav1"].Averages.Amota + 0.05);
    }
}
