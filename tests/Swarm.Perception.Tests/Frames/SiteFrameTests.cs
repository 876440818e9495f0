using CsCheck;
using Swarm.Domain;
using Size = Swarm.Domain.Size;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Frames;

public sealed class SiteFrameTests
{
    [Fact]
    public void ToSite_DeviceFacingNorth_TurnsAndShiftsEverything()
    {
        var seen = new Detection(
            ObjectClass.Vehicle, new Position(10, 2, 0.5), new Covariance2(4, 0, 1), 0.8, new Size(4, 2, 1.5), Math.PI / 4, new Velocity(3, 0));
        var frame = Frame(new Pose(100, 50, Math.PI / 2, 1), default, seen) with
        {
            Region = new LookedRegion([new(0, 0), new(10, -5), new(10, 5)], 0.9),
        };
        var observation = SiteFrame.ToSite(Wagon, frame);
        var placed = Assert.Single(observation.Objects);

        Assert.Equal(Wagon, observation.Device);
        Assert.Equal(frame.Sensor, observation.Sensor);
        Assert.Equal(frame.Time, observation.Time);
        Assert.Equal(98, placed.Position.X, 9);
        Assert.Equal(60, placed.Position.Y, 9);
        Assert.Equal(1.5, placed.Position.Z, 9);
        Assert.Equal(1, placed.Covariance.XX, 9);
        Assert.Equal(4, placed.Covariance.YY, 9);
        Assert.Equal(3 * Math.PI / 4, placed.Yaw!.Value, 9);
        Assert.Equal(0, placed.Velocity!.Value.X, 9);
        Assert.Equal(3, placed.Velocity!.Value.Y, 9);
        Assert.Equal(seen.Size, placed.Size);
        Assert.Equal(105, observation.Region!.Polygon[1].X, 9);
        Assert.Equal(60, observation.Region!.Polygon[1].Y, 9);
    }

    [Fact]
    public void ToSite_AndBack_IsTheSamePlace() =>
        Gen.Select(Gen.Double[-500, 500], Gen.Double[-500, 500], Gen.Double[-10, 10], Gen.Double[-80, 80], Gen.Double[-80, 80])
            .Sample((x, y, yaw, along, across) =>
            {
                var ego = new Pose(x, y, yaw);
                var placed = SiteFrame.ToSite(Wagon, Frame(ego, default, Person(along, across))).Objects[0].Position.Plane;
                var back = ego.InverseTransform(placed);
                Assert.Equal(along, back.X, 1e-9);
                Assert.Equal(across, back.Y, 1e-9);
            });

    [Fact]
    public void ToSite_DeviceFacingNorth_TurnsBearingsAndKeepsRanges()
    {
        var frame = Frame(new Pose(100, 50, Math.PI / 2), PoseCovariance.Diagonal(0.1, 0.02)) with
        {
            Bearings = [new(ObjectClass.Vehicle, 3 * Math.PI / 4, 0.01, 0.7)],
            Ranges = [new(ObjectClass.Unknown, 12, 0.2, 0.6)],
        };

        var observation = SiteFrame.ToSite(Wagon, frame);

        var bearing = Assert.Single(observation.Bearings!);
        Assert.Equal(-3 * Math.PI / 4, bearing.Angle, 9);
        Assert.Equal(0.01, bearing.Variance);
        Assert.Equal(frame.Ranges, observation.Ranges);
        Assert.Equal(frame.EgoCovariance, observation.EgoCovariance);
    }

    private static DetectionFrame Frame(Pose ego, PoseCovariance covariance, params Detection[] objects) =>
        new(Start, "front", ego, covariance, objects);
}
