namespace Swarm.Vision.Tests;

public sealed class DetectorTests
{
    private static readonly float[] OneCandidate = [32, 32, 20, 20, 0.9f];

    private static byte[] Model() => new SyntheticModel().Output("output0", [1, 5, 1], OneCandidate).Bytes();

    private static ModelException Refused(byte[] model, Func<DetectorManifest, DetectorManifest>? change = null)
    {
        var manifest = SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "thing");
        return Assert.Throws<ModelException>(() => Detector.Load(change is null ? manifest : change(manifest), model));
    }

    private static void AssertFault(ModelException exception, ModelFault fault, string message)
    {
        Assert.Equal(fault, exception.Fault);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CutOffModel_IsRefused()
    {
        var model = Model();

        AssertFault(Refused(model[..(model.Length / 2)]), ModelFault.Graph, "model.onnx is no ONNX model");
    }

    [Fact]
    public void Load_NoModelAtAll_IsRefused() => AssertFault(Refused([1, 2, 3, 4]), ModelFault.Graph, "model.onnx is no ONNX model");

    [Fact]
    public void Load_AnotherInputName_IsRefused() => AssertFault(
        Refused(Model(), manifest => manifest with { Input = new InputSpec("picture") }), ModelFault.Shape, "it takes images; one input picture is expected");

    [Fact]
    public void Load_AnotherLayout_IsRefused() => AssertFault(
        Refused(Model(), manifest => manifest with { Input = new InputSpec("images", PixelLayout.Nhwc) }), ModelFault.Shape, "1×height×width×3 is expected");

    [Fact]
    public void Load_OneChannel_IsRefused() =>
        AssertFault(Refused(new SyntheticModel(channels: 1).Output("output0", [1, 5, 1], OneCandidate).Bytes()), ModelFault.Shape, "1×3×height×width is expected");

    [Fact]
    public void Load_AnotherOutputName_IsRefused() => AssertFault(
        Refused(Model(), manifest => manifest with { Decoder = new YoloSpec("boxes") }), ModelFault.Shape, "it gives output0; an output boxes is expected");

    [Fact]
    public void Load_AnotherCountOfClasses_IsRefused() => AssertFault(
        Refused(Model(), manifest => manifest with { Classes = ["a", "b"] }), ModelFault.Shape, "output output0 is 1×5×1 for a picture of 64 × 64; 1×6×1 is expected");

    [Fact]
    public void Load_HeatMapOfAnotherSize_IsRefused()
    {
        var model = new SyntheticModel().Output("heat", [1, 1, 8, 8], new float[64]).Output("size", [1, 4, 8, 8], new float[256]).Bytes();

        AssertFault(
            Refused(model, manifest => manifest with { Decoder = new CenterNetSpec("heat", "size") }), ModelFault.Shape, "output heat is 1×1×8×8 for a picture of 64 × 64");
    }

    [Fact]
    public void Load_AlwaysAnswersWithNoNumber_IsRefused() => AssertFault(
        Refused(new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, float.NaN]).Bytes()), ModelFault.NotFinite, "output output0 holds something");

    [Fact]
    public void Detect_AnswersWithNoNumberForSomePictures_IsRefusedForThese()
    {
        // Brightness × 10³⁸ twice over is no longer finite for a bright picture.
        var model = new SyntheticModel().Output("output0", [1, 5, 1], OneCandidate, [float.MaxValue, 0, 0, 0, 0]).Bytes();
        using var detector = Detector.Load(
            SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "thing") with { Input = new InputSpec("images") }, model);

        Assert.Single(detector.Detect(SyntheticModel.Grey(8, 8, 0), 64).Boxes);
        AssertFault(Assert.Throws<ModelException>(() => detector.Detect(SyntheticModel.Grey(8, 8, 200), 64)), ModelFault.NotFinite, "output0");
        Assert.Single(detector.Detect(SyntheticModel.Grey(8, 8, 0), 64).Boxes);
    }

    [Fact]
    public void Load_SizeThatTheManifestHasNot_IsRefused()
    {
        var model = Model();

        Assert.Contains(
            "has no size 96; it has 64",
            Assert.Throws<ArgumentException>(() => Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "thing"), model, [96])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_SizeThatIsNotReady_IsRefused()
    {
        var model = Model();
        using var detector = Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "thing") with { Sizes = [64, 96] }, model, [96]);

        Assert.Throws<ArgumentOutOfRangeException>(() => detector.Detect(SyntheticModel.Grey(8, 8, 0), 64));
    }

    [Fact]
    public void Detect_ManyThreads_EachGetsItsOwnPictures()
    {
        // The score is the brightness.
        var model = new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, 0], [0, 0, 0, 0, 1]).Bytes();
        using var detector = Detector.Load(SyntheticModel.Manifest(model, new YoloSpec("output0", Score: 0.001f), 64, "light"), model);
        Frame[] frames = [.. Enumerable.Range(1, 200).Select(grey => SyntheticModel.Grey(16, 16, (byte)grey))];

        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            Assert.Equal((1 + (i % 200)) / 255f, detector.Detect(frames[i % 200], 64).Boxes.Single().Score, 1e-4f));
    }

    [Fact]
    public void Detect_ChannelsLast_Works()
    {
        var model = new SyntheticModel(channelsLast: true).Output("output0", [1, 5, 1], OneCandidate).Bytes();
        var manifest = SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "thing") with { Input = new InputSpec("images", PixelLayout.Nhwc) };
        using var detector = Detector.Load(manifest, model);

        Assert.Equal(new ImageBox(22, 22, 42, 42), detector.Detect(SyntheticModel.Grey(64, 64, 0), 64).Boxes.Single().Box);
    }
}
