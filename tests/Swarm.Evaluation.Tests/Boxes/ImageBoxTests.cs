namespace Swarm.Evaluation.Tests;

public sealed class ImageBoxTests
{
    private static readonly ImageBox Box = new(100, 50, 140, 80);

    [Fact]
    public void ShareIn_HalfCovered_IsTheShareOfTheBoxNotOfTheUnion() => Assert.Equal(0.5, Box.ShareIn(new ImageBox(120, 0, 400, 200)));

    [Fact]
    public void ShareIn_Apart_IsZero() => Assert.Equal(0, Box.ShareIn(new ImageBox(140, 50, 160, 80)));

    [Fact]
    public void ShareIn_BoxWithoutArea_IsZero() => Assert.Equal(0, default(ImageBox).ShareIn(new ImageBox(-1, -1, 1, 1)));

    [Fact]
    public void Height_Pixels_IsTheDistanceOfTheEdges() => Assert.Equal(30, Box.Height);
}
