namespace Swarm.Vision.Tests;

/// <summary>A model with a head as YOLOv8's, whose candidates are known, run through ONNX Runtime.</summary>
public sealed class YoloDecoderTests
{
    private static readonly string[] Classes = ["cat", "dog"];

    /// <summary>Rows: centre x, centre y, width, height, cat, dog. Columns: candidates.</summary>
    private static readonly float[][] Candidates =
    [
        [32, 32, 20, 20, 0.9f, 0.2f],
        [33, 32, 20, 20, 0.8f, 0.1f], // The same cat.
        [33, 32, 20, 20, 0.1f, 0.7f], // A dog on it.
        [10, 50, 8, 8, 0.5f, 0.4f], // Another cat.
        [50, 10, 8, 8, 0.1f, 0.29f], // Too unsure.
    ];

    private static float[] ChannelsFirst => [.. Enumerable.Range(0, 6).SelectMany(number => Candidates.Select(candidate => candidate[number]))];

    [Fact]
    public void Detect_ChannelsFirst_KeepsTheSurestOfEachObject()
    {
        var model = new SyntheticModel().Output("output0", [1, 6, 5], ChannelsFirst).Bytes();
        using var detector = Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, Classes), model);

        var boxes = detector.Detect(SyntheticModel.Grey(128, 64, 0), 64).Boxes;

        // The frame is twice as wide as the picture.
        Assert.Equal(
            [("cat", 0.9f, new ImageBox(44, 22, 84, 42)), ("dog", 0.7f, new ImageBox(46, 22, 86, 42)), ("cat", 0.5f, new ImageBox(12, 46, 28, 54))],
            boxes.Select(box => (box.Name, box.Score, box.Box)));
    }

    [Fact]
    public void Detect_WithoutSuppression_KeepsAll()
    {
        var model = new SyntheticModel().Output("output0", [1, 6, 5], ChannelsFirst).Bytes();
        using var detector = Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0", Overlap: null), 64, Classes), model);

        Assert.Equal([0.9f, 0.8f, 0.7f, 0.5f], detector.Detect(SyntheticModel.Grey(64, 64, 0), 64).Boxes.Select(box => box.Score));
    }

    [Fact]
    public void Detect_LimitReached_KeepsTheSurest()
    {
        var model = new SyntheticModel().Output("output0", [1, 6, 5], ChannelsFirst).Bytes();
        using var detector = Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0", Limit: 1), 64, Classes), model);

        Assert.Equal(0.9f, detector.Detect(SyntheticModel.Grey(64, 64, 0), 64).Boxes.Single().Score);
    }

    [Fact]
    public void Detect_CandidatesFirstWithObjectness_MultipliesIt()
    {
        float[] candidates = [32, 32, 20, 20, 0.5f, 0.9f, 0.2f, 10, 10, 4, 4, 1, 0.1f, 0.8f];
        var model = new SyntheticModel().Output("output0", [1, 2, 7], candidates).Bytes();
        var spec = new YoloSpec("output0", CandidatesFirst: true, Objectness: true);
        using var detector = Detector.Load(SyntheticModel.Manifest(model, spec, 64, Classes), model);

        Assert.Equal([("dog", 0.8f), ("cat", 0.45f)], detector.Detect(SyntheticModel.Grey(64, 64, 0), 64).Boxes.Select(box => (box.Name, box.Score)));
    }

    [Fact]
    public void Load_ScoresThatAreNoProbabilities_AreRefused()
    {
        var model = new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, 3.5f]).Bytes();

        var fault = Assert.Throws<ModelException>(() => Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "light"), model));

        Assert.Equal(ModelFault.Score, fault.Fault);
        Assert.Contains("a score of 3.5 for light", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_ScoreByBrightness_SeesThePictureItIsGiven()
    {
        // 0.2 + brightness × 0.6: from 0.3 on at a sixth of full brightness.
        var model = new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, 0.2f], [0, 0, 0, 0, 0.6f]).Bytes();
        using var detector = Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "light"), model);

        Assert.Empty(detector.Detect(SyntheticModel.Grey(30, 20, 25), 64).Boxes);
        Assert.Equal(0.8f, detector.Detect(SyntheticModel.Grey(30, 20, 255), 64).Boxes.Single().Score, 1e-5f);
        Assert.Empty(detector.Detect(SyntheticModel.Grey(30, 20, 25), 64).Boxes);
    }
}
