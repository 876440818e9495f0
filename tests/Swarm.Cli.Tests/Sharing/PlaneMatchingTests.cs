namespace Swarm.Cli.Tests;

public sealed class PlaneMatchingTests
{
    [Fact]
    public void Match_TwoPointsNearOneTruth_TheNearerOneHasIt() =>
        Assert.Equal([-1, 0], PlaneMatching.Match([new(0, 1.5), new(0, 1)], [new(0, 0)]));

    [Fact]
    public void Match_PointAtTheLimit_Counts() => Assert.Equal([0], PlaneMatching.Match([new(2, 0)], [new(0, 0)]));

    [Fact]
    public void Match_PointBeyondTheLimit_HasNoPartner() => Assert.Equal([-1], PlaneMatching.Match([new(2.01, 0)], [new(0, 0)]));

    /// <summary>Point 1 is nearest to truth 0 (0.4 m) and takes it, so that point 0 (0.5 m) is left with truth 1 at 1.5 m.</summary>
    [Fact]
    public void Match_NearestPairFirst_LeavesTheNextBestToTheOther() =>
        Assert.Equal([1, 0], PlaneMatching.Match([new(0.5, 0), new(-0.4, 0)], [new(0, 0), new(2, 0)]));

    [Fact]
    public void Match_NoTruth_LeavesAllWithoutPartner() => Assert.Equal([-1, -1], PlaneMatching.Match([new(0, 0), new(1, 1)], []));
}
