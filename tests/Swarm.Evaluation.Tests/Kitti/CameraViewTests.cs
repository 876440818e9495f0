using CsCheck;

namespace Swarm.Evaluation.Tests;

public sealed class CameraViewTests
{
    /// <summary>20 m ahead, 3 m to the right, its bottom 1.6 m below the camera, facing as the camera does (ry = −90°).</summary>
    private static readonly UprightBox Ahead = new(Height: 1.5, Width: 1.8, Length: 4, X: 3, Y: 1.6, Z: 20, Ry: -Math.PI / 2);

    /// <summary>The camera looks north from (100, 50): ahead is north, right is east.</summary>
    [Fact]
    public void ToSite_CameraLooksNorth_PutsTheMiddleOfTheBodyNorthAndEast()
    {
        var (position, size, yaw) = TestCamera.At(100, 50, Math.PI / 2).ToSite(Ahead);

        Assert.Equal((103, 70, -0.85), (Math.Round(position.X, 9), Math.Round(position.Y, 9), Math.Round(position.Z, 9)));
        Assert.Equal(new Swarm.Domain.Size(4, 1.8, 1.5), size);
        Assert.Equal(Math.PI / 2, yaw, 9);
    }

    [Fact]
    public void Pose_Camera_LooksAlongItsAxis()
    {
        var pose = TestCamera.At(100, 50, 0.7).Pose;

        Assert.Equal((100, 50, 0.7), (pose.X, pose.Y, Math.Round(pose.Yaw, 9)));
    }

    [Fact]
    public void ToColumns_AnyBoxFromATiltedCamera_IsAsItWas() => Gen.Select(
        Gen.Double[-40, 40], Gen.Double[-2, 3], Gen.Double[-5, 80], Gen.Double[-3, 3], Gen.Double[-0.1, 0.1], Gen.Double[-0.1, 0.1], Gen.Double[-3, 3])
        .Sample((x, y, z, ry, pitch, roll, yaw) =>
        {
            var view = TestCamera.At(500, -300, yaw, pitch, roll);
            var box = Ahead with { X = x, Y = y, Z = z, Ry = ry };

            var (position, size, siteYaw) = view.ToSite(box);
            var back = view.ToColumns(position, size, siteYaw);

            Assert.Equal((box.Height, box.Width, box.Length), (back.Height, back.Width, back.Length));
            Assert.Equal(0, Math.Abs(back.X - x) + Math.Abs(back.Y - y) + Math.Abs(back.Z - z), 1e-9);
            Assert.Equal(0, Math.IEEERemainder(back.Ry - ry, Math.Tau), 1e-9);
        });

    /// <summary>
    /// The near face is 18 m away: its sides are at 3 ± 0.9 m, so at 600 + 700 · 2.1 / 18 (the left one is farthest left at the far face, at
    /// 22 m) and 600 + 700 · 3.9 / 18; top and bottom at 0.1 m and 1.6 m below the axis.
    /// </summary>
    [Fact]
    public void Project_BoxAhead_IsTheBoxAroundItsCorners()
    {
        var image = TestCamera.At(0, 0, 0).Project(Ahead)!.Value;

        Assert.Equal(600 + (700 * 2.1 / 22), image.X1, 9);
        Assert.Equal(600 + (700 * 3.9 / 18), image.X2, 9);
        Assert.Equal(200 + (700 * 0.1 / 22), image.Y1, 9);
        Assert.Equal(200 + (700 * 1.6 / 18), image.Y2, 9);
    }

    [Fact]
    public void Project_BoxOverTheBorder_IsClipped() => Assert.Equal(1200, TestCamera.At(0, 0, 0).Project(Ahead with { X = 17 })!.Value.X2);

    [Fact]
    public void Project_BoxBesideTheCamera_ReachesTheBorder()
    {
        var image = TestCamera.At(0, 0, 0).Project(Ahead with { X = 2, Z = 1 })!.Value;

        Assert.Equal((1200, 400), (image.X2, image.Y2));
        Assert.InRange(image.X1, 600, 1100);
    }

    [Theory]
    [InlineData(3, -20)]
    [InlineData(60, 20)]
    public void Look_BehindOrBeside_IsNotSeen(double x, double z)
    {
        var view = TestCamera.At(0, 0, 0.4);
        var (position, size, yaw) = view.ToSite(Ahead with { X = x, Z = z });

        Assert.Null(view.Look(position, size, yaw));
    }
}
