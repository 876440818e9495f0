namespace Swarm.Evaluation.Tests;

public sealed class TrajectoryCountsTests
{
    /// <summary>A letter is a track, a dot no pair; in the second string an x is an ignored frame.</summary>
    [Theory]
    [InlineData("aaaaa", ".....", 0, 0, 1, 0)]
    [InlineData("aabbb", ".....", 1, 1, 1, 0)]
    [InlineData("aa.aa", ".....", 0, 1, 0, 0)]
    [InlineData("aa.bb", ".....", 0, 1, 0, 0)]
    [InlineData("aa.a.", ".....", 0, 0, 0, 0)]
    [InlineData("..aaa", ".....", 0, 0, 0, 0)]
    [InlineData("....a", ".....", 0, 1, 0, 0)]
    [InlineData("aaaab", ".....", 1, 1, 1, 0)]
    [InlineData(".....", ".....", 0, 0, 0, 1)]
    [InlineData("a.....", "......", 0, 0, 0, 1)]
    [InlineData("aaxbb", "..x..", 0, 0, 1, 0)]
    [InlineData("aacbb", "..x..", 0, 0, 1, 0)]
    [InlineData("aaaa.", "....x", 0, 0, 1, 0)]
    [InlineData("a", ".", 0, 0, 1, 0)]
    public void Of_HandWorked_CountsSwitchesAndFragments(string tracks, string ignored, int switches, int fragments, int mostly, int lost)
    {
        var counts = TrajectoryCounts.Of([.. tracks.Select(Track)], [.. ignored.Select(frame => frame == 'x')]);

        Assert.Equal(new TrajectoryCounts(switches, fragments, mostly, lost, Objects: 1), counts);
    }

    [Fact]
    public void Of_IgnoredThroughout_IsNoObject() => Assert.Equal(default, TrajectoryCounts.Of([1, TrajectoryCounts.None], [true, true]));

    private static int Track(char track) => track is '.' or 'x' ? TrajectoryCounts.None : track - 'a';
}
