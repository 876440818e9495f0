using CsCheck;

namespace Swarm.Domain.Tests.Geometry;

public sealed class PoseTests
{
    [Fact]
    public void Transform_FacingNorth_ForwardIsNorthAndLeftIsWest()
    {
        var pose = new Pose(10, 20, Math.PI / 2);
        var forward = pose.Transform(new Point2(1, 0));
        var left = pose.Transform(new Point2(0, 1));
        Assert.Equal(10, forward.X, 12);
        Assert.Equal(21, forward.Y, 12);
        Assert.Equal(9, left.X, 12);
        Assert.Equal(20, left.Y, 12);
    }

    [Fact]
    public void InverseTransform_OfTransform_IsTheSamePoint() =>
        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[-1000, 1000], Gen.Double[-20, 20], Gen.Double[-100, 100], Gen.Double[-100, 100])
            .Sample((x, y, yaw, px, py) =>
            {
                var pose = new Pose(x, y, yaw);
                var back = pose.InverseTransform(pose.Transform(new Point2(px, py)));
                Assert.Equal(px, back.X, 1e-9);
                Assert.Equal(py, back.Y, 1e-9);
            });

    [Fact]
    public void Transform_TwoPoints_KeepTheirDistance() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Double[-100, 100], Gen.Double[-100, 100]).Sample((yaw, x, y) =>
        {
            var pose = new Pose(3, 4, yaw);
            Assert.Equal(
                new Point2(0, 0).DistanceTo(new Point2(x, y)), pose.Transform(new Point2(0, 0)).DistanceTo(pose.Transform(new Point2(x, y))), 1e-9);
        });
}
