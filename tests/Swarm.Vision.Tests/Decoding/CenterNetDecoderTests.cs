namespace Swarm.Vision.Tests;

public sealed class CenterNetDecoderTests
{
    private const int Side = 16;
    private readonly float[] _heatmap = new float[2 * Side * Side];
    private readonly float[] _reaches = [.. Enumerable.Repeat(6f, Side * Side), .. Enumerable.Repeat(7f, Side * Side), .. Enumerable.Repeat(8f, Side * Side), .. Enumerable.Repeat(9f, Side * Side)];

    private IReadOnlyList<DetectedBox> Detect(CenterNetSpec spec, long channels, float[] size, float[]? offset = null)
    {
        var synthetic = new SyntheticModel().Output("heat", [1, 2, Side, Side], _heatmap).Output("size", [1, channels, Side, Side], size);
        var model = (offset is null ? synthetic : synthetic.Output("offset", [1, 2, Side, Side], offset)).Bytes();
        using var detector = Detector.Load(SyntheticModel.Manifest(model, spec, 64, "person", "car"), model);
        return detector.Detect(SyntheticModel.Grey(64, 64, 0), 64).Boxes;
    }

    private void Heat(int category, int row, int column, float score) => _heatmap[(((category * Side) + row) * Side) + column] = score;

    [Fact]
    public void Detect_Peak_ReachesLeftUpRightDownFromItsCell()
    {
        Heat(1, 5, 3, 0.75f);

        var box = Assert.Single(Detect(new CenterNetSpec("heat", "size"), 4, _reaches));

        Assert.Equal((1, "car", 0.75f, new ImageBox(12 - 6, 20 - 7, 12 + 8, 20 + 9)), (box.Class, box.Name, box.Score, box.Box));
    }

    [Fact]
    public void Detect_NeighboursOfAPeak_AreNone()
    {
        for (var row = 4; row <= 6; row++)
        {
            for (var column = 4; column <= 6; column++)
                Heat(0, row, column, 0.5f);
        }

        Heat(0, 5, 5, 0.6f);
        Heat(0, 5, 7, 0.55f); // Two cells away.

        Assert.Equal([0.6f, 0.55f], Detect(new CenterNetSpec("heat", "size"), 4, _reaches).Select(box => box.Score));
    }

    [Fact]
    public void Detect_EqualNeighbours_AreOnePeak()
    {
        Heat(0, 5, 5, 0.6f);
        Heat(0, 5, 6, 0.6f);
        Heat(0, 6, 4, 0.6f);

        Assert.Equal(20, Assert.Single(Detect(new CenterNetSpec("heat", "size"), 4, _reaches)).Box.Left + 6);
    }

    [Fact]
    public void Detect_PeaksAtTheEdgesOfTheMap_AreFoundAndCutOff()
    {
        foreach (var (row, column) in new[] { (0, 0), (0, 15), (15, 0), (15, 15) })
            Heat(0, row, column, 0.4f);

        var boxes = Detect(new CenterNetSpec("heat", "size"), 4, _reaches);

        Assert.Equal(4, boxes.Count);
        Assert.Contains(new ImageBox(0, 0, 8, 9), boxes.Select(box => box.Box));
        Assert.Contains(new ImageBox(54, 53, 64, 64), boxes.Select(box => box.Box));
    }

    [Fact]
    public void Detect_WidthHeightAndOffset_LieAroundTheCentre()
    {
        Heat(0, 5, 3, 0.75f);
        float[] size = [.. Enumerable.Repeat(2f, Side * Side), .. Enumerable.Repeat(3f, Side * Side)];
        float[] offset = [.. Enumerable.Repeat(0.25f, Side * Side), .. Enumerable.Repeat(0.5f, Side * Side)];

        var box = Assert.Single(Detect(new CenterNetSpec("heat", "size", SizeUnit: 4, Offset: "offset"), 2, size, offset));

        Assert.Equal(new ImageBox(13 - 4, 22 - 6, 13 + 4, 22 + 6), box.Box);
    }

    [Fact]
    public void Detect_BelowTheScore_IsLeftOut()
    {
        Heat(0, 5, 3, 0.29f);
        Heat(0, 9, 3, 0.3f);

        Assert.Equal(0.3f, Assert.Single(Detect(new CenterNetSpec("heat", "size"), 4, _reaches)).Score);
    }

    [Theory]
    [InlineData(0, float.NaN)]
    [InlineData(511, float.NaN)]
    [InlineData(77, float.PositiveInfinity)]
    [InlineData(300, float.NegativeInfinity)]
    public void Detect_HeatMapWithoutNumbers_IsRefused(int at, float value)
    {
        _heatmap[at] = value;

        var fault = Assert.Throws<ModelException>(() => Detect(new CenterNetSpec("heat", "size"), 4, _reaches));

        Assert.Equal(ModelFault.NotFinite, fault.Fault);
        Assert.Contains("output heat", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Detect_SizeOfAPeakWithoutNumbers_IsRefused()
    {
        Heat(0, 5, 3, 0.75f);
        _reaches[(2 * Side * Side) + (5 * Side) + 3] = float.NaN;

        Assert.Equal(ModelFault.NotFinite, Assert.Throws<ModelException>(() => Detect(new CenterNetSpec("heat", "size"), 4, _reaches)).Fault);
    }
}
