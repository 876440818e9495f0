using CsCheck;
using Swarm.Domain;

namespace Swarm.Perception.Tests.Frames;

public sealed class PolygonTests
{
    /// <summary>A horseshoe open to the north.</summary>
    private static readonly Point2[] Horseshoe = [new(0, 0), new(6, 0), new(6, 6), new(4, 6), new(4, 2), new(2, 2), new(2, 6), new(0, 6)];

    [Theory]
    [InlineData(1, 5, true)]
    [InlineData(5, 5, true)]
    [InlineData(3, 1, true)]
    [InlineData(3, 4, false)]
    [InlineData(7, 3, false)]
    public void Contains_Horseshoe_KnowsItsOpening(double x, double y, bool expected) => Assert.Equal(expected, Polygon.Contains(Horseshoe, x, y));

    [Theory]
    [InlineData(2.5, 3, 3.5, 5, false)] // in the opening
    [InlineData(1.5, 3, 3.5, 5, true)] // across an edge
    [InlineData(0.5, 0.5, 1, 1, true)] // inside
    [InlineData(-1, -1, 7, 7, true)] // around it
    [InlineData(7, 7, 8, 8, false)]
    public void Meets_Box_WhereTheyShareAPoint(double west, double south, double east, double north, bool expected) =>
        Assert.Equal(expected, Polygon.Meets(Horseshoe, west, south, east, north));

    [Fact]
    public void Meets_BoxAroundAPointInside_Always() =>
        Gen.Select(Gen.Double[-1, 7], Gen.Double[-1, 7], Gen.Double[0.01, 3], Gen.Double[0.01, 3]).Sample((x, y, a, b) =>
        {
            if (Polygon.Contains(Horseshoe, x, y))
                Assert.True(Polygon.Meets(Horseshoe, x - a, y - b, x + b, y + a));
        });

    [Fact]
    public void IsUsable_TooFewOrNotFinite_IsNot()
    {
        Assert.True(Polygon.IsUsable(Horseshoe));
        Assert.False(Polygon.IsUsable(Horseshoe.AsSpan(0, 2)));
        Assert.False(Polygon.IsUsable([.. Horseshoe.AsSpan(0, 3), new(double.NaN, 0)]));
    }
}
