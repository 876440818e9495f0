using CsCheck;

namespace Swarm.Vision.Tests;

public sealed class BoxCalibrationTests
{
    private static readonly Gen<ImageBox> GenBox = Gen.Select(
        Gen.Double[0, 700], Gen.Double[0, 500], Gen.Double[10, 60], Gen.Double[20, 150], (x, y, width, height) => new ImageBox(x, y, x + width, y + height));

    [Fact]
    public void Fit_SystematicErrorAndAFewWrongPairs_IsPutRight() => GenBox.Array[60, 100].Sample(boxes =>
    {
        var pairs = boxes.Select(box => (Small: box, Large: Moved(box))).ToList();
        for (var wrong = 0; wrong < 4; wrong++)
            pairs[wrong] = (pairs[wrong].Small, new ImageBox(0, 0, 40, 40));

        var calibration = BoxCalibration.Fit(pairs);

        foreach (var (small, large) in pairs.Skip(4))
            Assert.True(calibration.Apply(Detected(small)).Box.Overlap(large) > 0.8);
    }, iter: 30);

    [Fact]
    public void Fit_TooFewPairs_LeavesBoxesAsTheyAre()
    {
        var box = Detected(new ImageBox(1, 2, 30, 40));

        Assert.Equal(box, BoxCalibration.Fit([(box.Box, new ImageBox(5, 5, 9, 9))]).Apply(box));
    }

    [Fact]
    public void Pair_OtherClassOrFarAway_IsNoPair()
    {
        var large = new ImageBox(0, 0, 20, 60);

        Assert.Single(BoxCalibration.Pair([Detected(new ImageBox(2, 3, 20, 60))], [Detected(large)]));
        Assert.Empty(BoxCalibration.Pair([Detected(large) with { Class = 1 }], [Detected(large)]));
        Assert.Empty(BoxCalibration.Pair([Detected(new ImageBox(15, 0, 35, 60))], [Detected(large)]));
    }

    private static ImageBox Moved(ImageBox box) => new(
        box.Left + 2, box.Top - (0.03 * box.Height), box.Right - (0.05 * box.Width), box.Bottom + 3);

    private static DetectedBox Detected(ImageBox box) => new(0, "person", 0.5f, box);
}
