namespace Swarm.Vision.Tests;

public sealed class FrameScalerTests
{
    private static Frame Picture(int width, int height, params (byte R, byte G, byte B)[] pixels) =>
        Frame.Of(width, height, pixels.SelectMany(pixel => new byte[] { pixel.R, pixel.G, pixel.B, 255 }).ToArray());

    [Fact]
    public void Scale_SameSize_LaysPlanesOneAfterTheOther()
    {
        var target = new float[12];
        new FrameScaler(new InputSpec("x"), 2, new PictureSize(2, 2)).Scale(Picture(2, 2, (1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)), target);

        Assert.Equal([1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12], target);
    }

    [Fact]
    public void Scale_ChannelsLastAndBlueFirst_LaysPixelsOneAfterTheOther()
    {
        var target = new float[12];
        var input = new InputSpec("x", PixelLayout.Nhwc, ColourOrder.Bgr, 2, Mean: [10, 20, 30], Deviation: [1, 2, 4]);
        new FrameScaler(input, 2, new PictureSize(2, 2)).Scale(Picture(2, 2, (1, 2, 3), (4, 5, 6), (7, 8, 9), (10, 11, 12)), target);

        // Blue 3: (3 × 2 − 10) / 1; green 2: (2 × 2 − 20) / 2; red 1: (1 × 2 − 30) / 4.
        Assert.Equal([-4, -8, -7], target[..3]);
        Assert.Equal([(24 - 10) / 1f, (22 - 20) / 2f, (20 - 30) / 4f], target[9..]);
    }

    [Fact]
    public void Scale_ToHalf_AveragesAndSkipsNothing()
    {
        var target = new float[3];
        new FrameScaler(new InputSpec("x"), 1, new PictureSize(1, 1)).Scale(Picture(2, 2, (0, 0, 8), (0, 4, 8), (0, 8, 8), (100, 12, 8)), target);

        Assert.Equal([25, 6, 8], target);
    }

    [Fact]
    public void Scale_Larger_InterpolatesBetweenCentres()
    {
        var target = new float[3 * 16];
        new FrameScaler(new InputSpec("x"), 4, new PictureSize(4, 4)).Scale(Picture(2, 1, (0, 0, 0), (80, 80, 80)), target);

        Assert.Equal([0, 20, 60, 80], target[..4]);
    }

    [Fact]
    public void Scale_Letterbox_KeepsProportionsAndMapsBoxesBack()
    {
        var target = new float[3 * 16];
        var mapping = new FrameScaler(new InputSpec("x", Fit: PictureFit.Letterbox), 4, new PictureSize(4, 4)).Scale(Picture(2, 1, (0, 0, 0), (80, 80, 80)), target);

        Assert.Equal([0, 20, 60, 80, 0, 20, 60, 80, 114, 114, 114, 114], target[..12]);
        Assert.Equal(new ImageBox(0.5, 0, 2, 1), mapping.ToFrame(new ImageBox(1, -1, 9, 3)));
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(3, 7)]
    [InlineData(768, 256)]
    [InlineData(576, 500)]
    [InlineData(1, 5)]
    public void Weights_AnySizes_SumToOneInsideThePicture(int from, int to)
    {
        var taps = new Taps(from, to);

        Assert.All(Enumerable.Range(0, to), pixel =>
        {
            var weights = taps.Weights(pixel).ToArray();
            Assert.Equal(1, weights.Sum(), 1e-5);
            Assert.InRange(taps.First(pixel), 0, from - weights.Length);
        });
    }
}
