using Swarm.Domain;

namespace Swarm.Perception.Tests.Hazards;

public sealed class FootprintTests
{
    [Theory]
    [InlineData(5, 0, 0, 2)] // length ahead of length: 5 - 2 - 1
    [InlineData(0, 5, 0, 3.5)] // beside: 5 - 1 - 0.5
    [InlineData(2.5, 0, 0, 0)] // overlapping
    [InlineData(6, 4, 0, 3.905)] // corner to corner: 3 across, 2.5
    public void DistanceTo_Boxes_IsBetweenTheOutlines(double x, double y, double yaw, double expected)
    {
        var car = Footprint.Of(new Point2(0, 0), 0, new Size(4, 2), default);
        var wagon = Footprint.Of(new Point2(x, y), yaw, new Size(2, 1), default);
        Assert.Equal(expected, car.DistanceTo(wagon), 3);
        Assert.Equal(expected, wagon.DistanceTo(car), 3);
    }

    [Fact]
    public void DistanceTo_TurnedBox_IsFromItsCorner()
    {
        var square = Footprint.Of(new Point2(0, 0), 0, new Size(2, 2), default);
        var turned = Footprint.Of(new Point2(5, 0), Math.PI / 4, new Size(2, 2), default);
        Assert.Equal(5 - 1 - Math.Sqrt(2), square.DistanceTo(turned), 9);
    }

    [Fact]
    public void OffsetTo_Point_IsFromTheNearestPointOfTheBox()
    {
        var box = Footprint.Of(new Point2(10, 10), Math.PI / 2, new Size(4, 2), default);
        Assert.Equal((0, 0), box.OffsetTo(10.9, 11.9));
        var (dx, dy) = box.OffsetTo(13, 15);
        Assert.Equal(2, dx, 9);
        Assert.Equal(3, dy, 9);
    }

    [Fact]
    public void Of_AbsurdSize_IsBoundedOrTypical()
    {
        var box = Footprint.Of(new Point2(0, 0), 0, new Size(1e9, double.NaN), new Size(1, 0.5));
        Assert.Equal(15, box.HalfLength);
        Assert.Equal(0.25, box.HalfWidth);
    }
}
