namespace Swarm.Vision.Tests;

public sealed class PictureSizeTests
{
    private static readonly InputSpec Trimmed = new("x", Fit: PictureFit.Letterbox, Multiple: 32);

    [Theory]
    [InlineData(768, 576, 512, 384)]
    [InlineData(576, 768, 384, 512)]
    [InlineData(1920, 1080, 512, 288)]
    [InlineData(1000, 1, 512, 32)]
    [InlineData(640, 640, 512, 512)]
    [InlineData(641, 640, 512, 512)]
    [InlineData(10, 7, 512, 384)] // 358.4 rows of the frame.
    public void Of_LetterboxWithAMultiple_IsNoLargerThanTheFrameNeeds(int frameWidth, int frameHeight, int width, int height) =>
        Assert.Equal(new PictureSize(width, height), PictureSize.Of(Trimmed, 512, frameWidth, frameHeight));

    [Fact]
    public void Of_WithoutAMultipleOrStretched_IsSquare()
    {
        Assert.Equal(new PictureSize(512, 512), PictureSize.Of(Trimmed with { Multiple = null }, 512, 768, 576));
        Assert.Equal(new PictureSize(512, 512), PictureSize.Of(Trimmed with { Fit = PictureFit.Stretch }, 512, 768, 576));
    }

    [Fact]
    public void Detect_FramesOfManyShapes_PutsBoxesWhereTheyAre()
    {
        // The model's box is (22, 22) to (42, 42) of a picture whose longer side is 64.
        var model = new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, 0.9f]).Bytes();
        var manifest = SyntheticModel.Manifest(model, new YoloSpec("output0"), 64, "thing") with { Input = new InputSpec("images", Fit: PictureFit.Letterbox, Multiple: 32) };
        using var detector = Detector.Load(manifest, model);

        foreach (var (width, height) in Enumerable.Range(1, 40).SelectMany(i => new[] { (640, 16 * i), (16 * i, 640) }))
        {
            var box = detector.Detect(SyntheticModel.Grey(width, height, 0), 64).Boxes.SingleOrDefault()?.Box;
            var (byX, byY) = (width / Math.Round(width / 10.0), height / Math.Round(height / 10.0)); // Whole pixels.
            var expected = new ImageBox(Math.Min(22 * byX, width), Math.Min(22 * byY, height), Math.Min(42 * byX, width), Math.Min(42 * byY, height));
            if (expected.Area > 0)
                Assert.Equal(1, expected.Overlap(Assert.NotNull(box)), 1e-9);
            else
                Assert.Null(box);
        }
    }
}
