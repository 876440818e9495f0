using CsCheck;

namespace Swarm.Inference.Tests;

public sealed class SectorRangesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4.9, 0)]
    [InlineData(5.1, 1)]
    [InlineData(-4.9, 0)]
    [InlineData(-5.1, 35)]
    [InlineData(90, 9)]
    [InlineData(-90, 27)]
    [InlineData(179, 18)]
    [InlineData(-720, 0)]
    public void SectorOf_Degrees_CounterClockwiseFromAhead(double degrees, int sector) =>
        Assert.Equal(sector, SectorRanges.SectorOf(degrees * Math.PI / 180));

    [Fact]
    public void Fold_AsMany_TheSame() => Machines.AnyRange.Array[SectorRanges.Count].Sample(ranges =>
        Assert.Equal(ranges.Select(range => Math.Min(range, SectorRanges.Reach)), ToArray(SectorRanges.Fold(ranges))));

    /// <summary>Whatever the number of sectors, what is seen at a bearing is in the sector of that bearing.</summary>
    [Fact]
    public void Fold_AnyNumber_NothingFartherThanItIs() => Gen.Select(Gen.Int[1, 400], Gen.Int[0, 399], Gen.Double[-0.499, 0.499]).Sample((count, index, within) =>
    {
        var ranges = Enumerable.Repeat(float.PositiveInfinity, count).ToArray();
        ranges[index % count] = 2;
        var folded = SectorRanges.Fold(ranges);

        Assert.Equal(2, folded[SectorRanges.SectorOf(((index % count) + within) * Math.Tau / count)]);
        Assert.All(ToArray(folded), range => Assert.True(range is 2 or SectorRanges.Reach));
    });

    [Fact]
    public void Fold_TwelveSectors_EachFillsThreeAndTouchesNoMore()
    {
        var ranges = Enumerable.Repeat(9f, 12).ToArray();
        ranges[3] = 1;

        var folded = ToArray(SectorRanges.Fold(ranges));

        Assert.Equal([8, 9, 10], Enumerable.Range(0, SectorRanges.Count).Where(sector => folded[sector] == 1));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-1)]
    public void Fold_NoRange_IsPassedOn(float range) => Assert.Equal(range, SectorRanges.Fold([5, range, 5, 5])[9]);

    [Fact]
    public void Fold_None_Refused() => Assert.Throws<ArgumentException>(() => SectorRanges.Fold([]));

    private static float[] ToArray(SectorRanges ranges) => ((ReadOnlySpan<float>)ranges).ToArray();
}
