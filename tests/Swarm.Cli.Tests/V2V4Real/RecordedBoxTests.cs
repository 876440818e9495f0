using Swarm.Domain;

namespace Swarm.Cli.Tests;

public sealed class RecordedBoxTests
{
    [Fact]
    public void FromColumns_CarAheadLeftAndLow_KeepsForwardAndTakesLeftAndUpFromTheirColumns()
    {
        var box = RecordedBox.FromColumns(h: 1.5, w: 2, l: 4, x: 10, y: -0.9, z: 3, ry: 0);

        Assert.Equal(new Position(10, 3, -0.9), box.Position);
        Assert.Equal(new Size(Length: 4, Width: 2, Height: 1.5), box.Size);
        Assert.Equal(0, box.Yaw);
    }

    [Theory]
    [InlineData(0.3, -0.3)]
    [InlineData(-Math.PI / 2, Math.PI / 2)]
    [InlineData(4, (2 * Math.PI) - 4)]
    public void FromColumns_TurnAboutTheUpAxisOfTheFile_IsTheOppositeYaw(double ry, double yaw) =>
        Assert.Equal(yaw, RecordedBox.FromColumns(1.5, 2, 4, 0, 0, 0, ry).Yaw, 12);

    /// <summary>
    /// A box 4 m long and 2 m wide at x = 10, z = 5, ry = 30°. By the data set's formula its front left corner (a = 2, b = 1) is at
    /// x = 10 + cos 30° · 2 + sin 30° · 1 = 12.232, z = 5 − sin 30° · 2 + cos 30° · 1 = 4.866.
    /// </summary>
    [Fact]
    public void FromColumns_TurnedBox_HasItsCornerWhereTheDataSetHasIt()
    {
        var box = RecordedBox.FromColumns(h: 1.5, w: 2, l: 4, x: 10, y: 0, z: 5, ry: Math.PI / 6);

        var corner = new Pose(box.Position.X, box.Position.Y, box.Yaw).Transform(new Point2(2, 1));

        Assert.Equal(12.2320508, corner.X, 6);
        Assert.Equal(4.8660254, corner.Y, 6);
    }
}
