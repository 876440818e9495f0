using Swarm.Domain;

namespace Swarm.Evaluation.Tests;

public sealed class RecordedBoxTests
{
    [Fact]
    public void From_CarAheadLeftAndLow_KeepsForwardAndTakesLeftAndUpFromTheirColumns()
    {
        var box = RecordedBox.From(new(Height: 1.5, Width: 2, Length: 4, X: 10, Y: -0.9, Z: 3, Ry: 0));

        Assert.Equal(new Position(10, 3, -0.9), box.Position);
        Assert.Equal(new Size(Length: 4, Width: 2, Height: 1.5), box.Size);
        Assert.Equal(0, box.Yaw);
    }

    [Theory]
    [InlineData(0.3, -0.3)]
    [InlineData(-Math.PI / 2, Math.PI / 2)]
    [InlineData(4, (2 * Math.PI) - 4)]
    public void From_TurnAboutTheUpAxisOfTheFile_IsTheOppositeYaw(double ry, double yaw) =>
        Assert.Equal(yaw, RecordedBox.From(new(1.5, 2, 4, 0, 0, 0, ry)).Yaw, 12);

    /// <summary>
    /// A box 4 m long and 2 m wide at x = 10, z = 5, ry = 30°. By the data set's formula its front left corner (a = 2, b = 1) is at
    /// x = 10 + cos 30° · 2 + sin 30° · 1 = 12.232, z = 5 − sin 30° · 2 + cos 30° · 1 = 4.866.
    /// </summary>
    [Fact]
    public void From_TurnedBox_HasItsCornerWhereTheDataSetHasIt()
    {
        var box = RecordedBox.From(new(Height: 1.5, Width: 2, Length: 4, X: 10, Y: 0, Z: 5, Ry: Math.PI / 6));

        var corner = new Pose(box.Position.X, box.Position.Y, box.Yaw).Transform(new Point2(2, 1));

        Assert.Equal(12.2320508, corner.X, 6);
        Assert.Equal(4.8660254, corner.Y, 6);
    }

    [Fact]
    public void ToColumns_BoxOfTheFiles_IsAsItWas()
    {
        var columns = new UprightBox(Height: 1.5, Width: 2, Length: 4, X: 10, Y: -0.9, Z: 5, Ry: 0.7);

        Assert.Equal(columns, RecordedBox.From(columns).ToColumns());
    }
}
