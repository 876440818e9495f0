namespace Swarm.Vision.Tests;

public sealed class LadderTests
{
    private static DetectedBox Person(double left, float score = 0.9f) => new(0, "person", score, new ImageBox(left, 0, left + 10, 20));

    [Fact]
    public void Overlap_Boxes_IsIntersectionOverUnion()
    {
        var box = new ImageBox(0, 0, 10, 10);

        Assert.Equal(1, box.Overlap(box));
        Assert.Equal(50 / 150.0, box.Overlap(new ImageBox(5, 0, 15, 10)), 1e-12);
        Assert.Equal(0, box.Overlap(new ImageBox(10, 0, 20, 10)));
        Assert.Equal(0, box.Overlap(new ImageBox(3, 3, 3, 3)));
    }

    [Fact]
    public void Match_TwoFoundForOneWanted_TakesTheSurest() =>
        Assert.Equal([1], BoxMatching.Match([Person(0, 0.5f), Person(1, 0.8f)], [Person(0)]));

    [Fact]
    public void Match_OneFoundForTwoWanted_TakesTheNearest() => Assert.Equal([-1, 0], BoxMatching.Match([Person(4)], [Person(0), Person(5)]));

    [Fact]
    public void Match_AnotherClassOrTooFar_IsNoPartner()
    {
        Assert.Equal([-1], BoxMatching.Match([Person(0) with { Class = 1 }], [Person(0)]));
        Assert.Equal([-1], BoxMatching.Match([Person(4)], [Person(0)]));
        Assert.Equal([0], BoxMatching.Match([Person(3)], [Person(0)]));
    }

    [Fact]
    public void Of_Trace_CountsSureAndAll()
    {
        LadderEntry[] entries =
        [
            new("a", 256, [Person(0), Person(100, 0.2f), Person(300)], 1),
            new("a", 512, [Person(1), Person(101), Person(200), Person(400, 0.2f)], 10),
            new("b", 256, [], 3),
            new("b", 512, [], 20),
        ];

        var rungs = LadderFigures.Of(new LadderTrace("m", [256, 512], entries));

        Assert.Equal(new LadderFigures(256, 2, 1, 3, new RungCount(2, 1, 3), new RungCount(3, 2, 3)), rungs[0]);
        Assert.Equal(new LadderFigures(512, 2, 10, 20, new RungCount(3, 3, 3), new RungCount(4, 3, 3)), rungs[1]);
        Assert.Equal((1 / 3.0, 0.5), (rungs[0].Sure.Recall, rungs[0].Sure.Precision));
    }

    [Fact]
    public void Of_NothingToFind_HasNoRecall()
    {
        var rung = LadderFigures.Of(new LadderTrace("m", [256], [new("a", 256, [], 1)])).Single();

        Assert.Null(rung.Sure.Recall);
        Assert.Null(rung.Sure.Precision);
    }

    [Fact]
    public void Open_FolderWithoutFrames_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("swarm-frames-");
        try
        {
            Assert.Contains("no file .jpg", Assert.Throws<FrameException>(() => FrameFolder.Open(folder.FullName)).Message, StringComparison.Ordinal);
            var file = Path.Combine(folder.FullName, "x.jpg");
            File.WriteAllText(file, "no picture");
            Assert.Contains("NotJpeg", Assert.Throws<FrameException>(() => FrameFolder.Read(Assert.Single(FrameFolder.Open(folder.FullName).Files))).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Record_RealFrames_LargerFindsMore()
    {
        var frames = FrameFolder.Open(RecordedData.Require("vtest")).Files.Where((_, i) => i % 16 == 0).ToList();
        var package = await HumanPackage.RequireAsync();
        var folder = Directory.CreateTempSubdirectory("swarm-ladder-");
        try
        {
            using var detector = Detector.Open(CenterNetImport.Run(package, folder.FullName), [256, 512, 768]);
            var rungs = LadderFigures.Of(LadderTrace.Record(detector, frames, cancellationToken: TestContext.Current.CancellationToken));

            Assert.Equal([256, 512, 768], rungs.Select(rung => rung.Size));
            Assert.True(rungs[2].Sure.Wanted >= 4 * frames.Count, $"{rungs[2].Sure.Wanted} persons in {frames.Count} frames");
            Assert.InRange(rungs[0].Sure.Recall!.Value, 0.5, 0.9);
            Assert.InRange(rungs[1].Sure.Recall!.Value, rungs[0].Sure.Recall!.Value, 1);
            Assert.InRange(rungs[1].All.Recall!.Value, 0.95, 1);
            Assert.Equal(1, rungs[2].Sure.Recall);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
