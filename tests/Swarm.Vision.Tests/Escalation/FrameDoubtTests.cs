namespace Swarm.Vision.Tests;

public sealed class FrameDoubtTests
{
    private readonly KnownPlaces _places = new();

    [Fact]
    public void Summarise_HintBelowWhatIsActedOn_LowersConfidence()
    {
        var sure = Summarise(Box(0, 0.8f));
        var doubtful = Summarise(Box(0, 0.8f), Box(200, 0.07f));

        Assert.Equal(1 / 1.01, sure.Summary.Confidence, 9);
        Assert.Equal(1 / 2.01, doubtful.Summary.Confidence, 9);
        Assert.Single(doubtful.Acted);
    }

    [Fact]
    public void Summarise_HintOfWhatIsActedOn_IsNoHint() => Assert.Equal(1 / 1.01, Summarise(Box(0, 0.8f), Box(4, 0.07f)).Summary.Confidence, 9);

    [Fact]
    public void Summarise_Noise_IsIgnored() => Assert.Equal(1 / 1.01, Summarise(Box(0, 0.04f)).Summary.Confidence, 9);

    [Fact]
    public void Summarise_NothingFound_IsEmptyInTheLowestBin()
    {
        var summary = Summarise().Summary;

        Assert.True(summary.IsEmpty);
        Assert.True(summary.Profile.HasIn(0, 1));
    }

    [Fact]
    public void Summarise_FramesSinceTheLastAnswer_AddDoubt() => Assert.True(
        new FrameDoubt(_places).Summarise([Box(0, 0.8f)], 5).Summary.Confidence < new FrameDoubt(_places).Summarise([Box(0, 0.8f)], 1).Summary.Confidence);

    [Fact]
    public void Summarise_RefutedTwice_IsNeitherHintNorActedOn()
    {
        for (var frame = 0; frame < 2; frame++)
            _places.Learn([Box(200, 0.07f), Box(300, 0.15f)], [Box(0, 0.9f)]);

        var (acted, summary) = Summarise(Box(200, 0.07f), Box(301, 0.2f));

        Assert.Empty(acted);
        Assert.Equal(1 / 1.01, summary.Confidence, 9);
    }

    [Fact]
    public void Summarise_RefutedPlaceButSure_IsActedOn()
    {
        for (var frame = 0; frame < 9; frame++)
            _places.Learn([Box(300, 0.15f)], []);

        Assert.Single(Summarise(Box(300, 0.5f)).Acted);
    }

    [Fact]
    public void Of_SeenNowAndThen_IsOpen()
    {
        for (var frame = 0; frame < 6; frame++)
            _places.Learn([Box(300, 0.15f)], frame % 3 == 0 ? [Box(302, 0.2f)] : []);

        Assert.Equal(PlaceVerdict.Open, _places.Of(Box(300, 0.15f)));
    }

    [Fact]
    public void Summarise_HintWhereHintsWereOftenRight_IsActedOn()
    {
        for (var frame = 0; frame < 8; frame++)
            _places.Learn([Box(300, 0.07f)], frame % 4 == 0 ? [Box(302, 0.4f)] : []);

        var (acted, summary) = Summarise(Box(301, 0.06f));

        Assert.Single(acted);
        Assert.Equal(1 / 1.01, summary.Confidence, 9);
    }

    [Fact]
    public void Of_SmallModelWasSureItself_NothingIsLearntForItsHints()
    {
        for (var frame = 0; frame < 8; frame++)
            _places.Learn([Box(300, 0.5f)], [Box(300, 0.8f)]);

        Assert.Equal(PlaceVerdict.Open, _places.Of(Box(300, 0.07f)));
    }

    [Fact]
    public void Learn_MorePlacesThanThereIsRoom_ForgetsTheOldest()
    {
        for (var frame = 0; frame < 2; frame++)
            _places.Learn([Box(-5000, 0.15f)], []);
        Assert.Equal(PlaceVerdict.Refuted, _places.Of(Box(-5000, 0.15f)));
        for (var frame = 0; frame < 600; frame++)
            _places.Learn([Box(frame * 100, 0.15f)], []);

        Assert.Equal(PlaceVerdict.Open, _places.Of(Box(-5000, 0.15f)));
    }

    private static DetectedBox Box(double left, float score) => new(0, "person", score, new ImageBox(left, 0, left + 20, 50));

    private (IReadOnlyList<DetectedBox> Acted, Inference.LocalSummary Summary) Summarise(params DetectedBox[] boxes) =>
        new FrameDoubt(_places).Summarise(boxes, 0);
}
