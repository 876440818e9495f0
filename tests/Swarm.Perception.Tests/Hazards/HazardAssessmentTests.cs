using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Hazards;

public sealed class HazardAssessmentTests
{
    private readonly HazardAssessment _assessment = new(new HazardOptions());

    [Fact]
    public void Assess_PersonStandingAhead_IsAHazardWithItsTimeAndDistance()
    {
        var hazard = Assert.Single(Assess(Device(Wagon, 0, 0, vx: 2), Track(6.65, 0)));
        // Half of the wagon is 0.4 m, half of the person 0.25 m: the way to contact is 6 m.
        Assert.Equal(3, hazard.TimeToCollision, 0.06);
        Assert.Equal(0, hazard.Distance);
        Assert.InRange(hazard.Probability, 0.5, 1);
        Assert.Equal(new TrackId("b-1"), hazard.Track);
        Assert.Equal([Onlooker], hazard.SeenBy);
        Assert.False(hazard.SeenBySelf);
    }

    [Theory]
    [InlineData(1.5, 1)]
    [InlineData(1.5, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 1.5)]
    [InlineData(2, 2)]
    public void Assess_PersonCrossingAhead_IsAHazard(double wagon, double person) =>
        Assert.Single(Assess(Device(Wagon, 0, 0, vx: wagon), Track(8, 2, vy: -person)));

    [Fact]
    public void Assess_PersonCrossingIntoTheWagon_SaysWhen()
    {
        var hazard = Assert.Single(Assess(Device(Wagon, 0, 0, vx: 2), Track(6, 4.5, vy: -1.5)));
        Assert.InRange(hazard.TimeToCollision, 2.4, 3);
        Assert.Equal(0, hazard.Distance);
        Assert.InRange(hazard.Probability, 0.5, 1);
    }

    [Theory]
    [InlineData(4, 1.5, 1.5)] // beside and ahead, the same way
    [InlineData(8, 1.8, -1.4)] // towards it, passing
    [InlineData(3, -2.5, 0)] // standing beside the way
    [InlineData(4, 0, 2.2)] // ahead, going faster
    [InlineData(-4, 0, 0)] // behind
    public void Assess_PersonNotOnCourse_IsNone(double x, double y, double vx) =>
        Assert.Empty(Assess(Device(Wagon, 0, 0, vx: 1.5), Track(x, y, vx: vx)));

    [Theory]
    [InlineData(0, 0.9, 0, 0)] // beside it
    [InlineData(-0.9, 0, 0, 0)] // behind it
    [InlineData(-1.5, 0.9, 1.4, 0)] // overtaking it
    [InlineData(0.9, 0.8, 0, 1.4)] // has just walked past before it
    [InlineData(6, 0, 0, 0)] // far ahead
    [InlineData(5, 0, 1.4, 0)] // ahead and going away
    [InlineData(2, 6, 0, -1.4)] // crosses before it, but not soon
    public void Assess_PersonNotInTheWayOfStandingWagon_IsNone(double x, double y, double vx, double vy) =>
        Assert.Empty(Assess(Device(Wagon, 0, 0), Track(x, y, vx, vy)));

    [Theory]
    [InlineData(0.9, 0, 0, 0)] // close before it
    [InlineData(2.5, 0.2, 0, 0)] // a little farther
    [InlineData(1.5, 1.8, 0, -1.4)] // about to step before it
    [InlineData(3, 0, -1.4, 0)] // coming at it
    public void Assess_PersonWhereStandingWagonWouldStart_IsAHazard(double x, double y, double vx, double vy)
    {
        var hazard = Assert.Single(Assess(Device(Wagon, 0, 0), Track(x, y, vx, vy)));
        Assert.InRange(hazard.TimeToCollision, 0, 3);
        Assert.Equal(0, hazard.Distance);
    }

    [Fact]
    public void Assess_AnimalWhereStandingMowerWouldStart_FollowsItsHeading()
    {
        var mower = Device(Wagon, 0, 0, kind: DeviceKind.Mower);
        var north = mower with { Pose = mower.Pose with { Yaw = Math.PI / 2 } };
        var animal = Track(0, 1.2, objectClass: ObjectClass.Animal);
        Assert.Single(Assess(north, animal));
        Assert.Empty(Assess(mower, animal));
    }

    [Fact]
    public void Assess_PersonBeforeCamera_IsNone() =>
        Assert.Empty(Assess(Device(Wagon, 0, 0, kind: DeviceKind.Camera), Track(0.9, 0)));

    [Fact]
    public void Assess_CarComingAtStandingWagon_IsAHazard() =>
        Assert.Single(Assess(Device(Wagon, 0, 0), Track(-20, 0.3, vx: 7, objectClass: ObjectClass.Vehicle)));

    [Fact]
    public void Assess_CarPassingStandingWagon_IsNone() =>
        Assert.Empty(Assess(Device(Wagon, 0, 0), Track(-20, 3.5, vx: 7, objectClass: ObjectClass.Vehicle)));

    [Fact]
    public void Assess_TentativeTrack_IsNone() =>
        Assert.Empty(Assess(Device(Wagon, 0, 0, vx: 2), Track(5, 0, confirmed: false)));

    [Fact]
    public void Assess_DroneOverhead_IsNone() =>
        Assert.Empty(Assess(Device(Wagon, 0, 0, vx: 2), Track(5, 0, objectClass: ObjectClass.Robot, z: 15)));

    [Fact]
    public void Assess_TwoDevicesOnCourse_EachIsTheOthersHazard()
    {
        var (a, b) = (Device(Wagon, 0, 0, vx: 1.5), Device(new DeviceId("wagon-2"), 8, 0, vx: -1.5));
        var hazard = Assert.Single(_assessment.Assess(a, [], [a, b], At(0)));
        Assert.Equal(b.Device, hazard.Other);
        Assert.Null(hazard.Track);
        Assert.Equal([b.Device], hazard.SeenBy);
        Assert.False(hazard.SeenBySelf);
        // 8 m less both halves of 0.4 m, closing at 3 m/s.
        Assert.Equal(2.4, hazard.TimeToCollision, 0.06);
        Assert.Equal(a.Device, Assert.Single(_assessment.Assess(b, [], [a, b], At(0))).Other);
    }

    [Fact]
    public void Assess_DeviceSeenByOthers_NamesThem()
    {
        var (a, b) = (Device(Wagon, 0, 0, vx: 1.5), Device(new DeviceId("wagon-2"), 8, 0, vx: -1.5));
        var hazard = Assert.Single(_assessment.Assess(a, [], [a, b], At(0), _ => [Wagon]));
        Assert.Equal([Wagon, b.Device], hazard.SeenBy);
        Assert.True(hazard.SeenBySelf);
    }

    [Fact]
    public void Assess_DroneAboveWagon_NeitherIsAHazard()
    {
        var wagon = Device(Wagon, 0, 0, vx: 1.5);
        var drone = Device(new DeviceId("drone-1"), 8, 0, vx: -1.5, z: 15, kind: DeviceKind.Drone);
        Assert.Empty(_assessment.Assess(wagon, [], [drone], At(0)));
        Assert.Empty(_assessment.Assess(drone, [], [wagon], At(0)));
    }

    [Fact]
    public void Assess_TwoStandingDevices_IsNone() =>
        Assert.Empty(_assessment.Assess(Device(Wagon, 0, 0), [], [Device(new DeviceId("wagon-2"), 0.9, 0)], At(0)));

    [Fact]
    public void Assess_WagonTurningAway_IsNone()
    {
        var turning = Device(Wagon, 0, 0, vx: 1.5) with { YawRate = 1 };
        Assert.Empty(Assess(turning, Track(6, -1)));
        Assert.Single(Assess(turning, Track(1.5, 3)));
    }

    [Fact]
    public void Assess_SeveralHazards_SoonestFirst()
    {
        var hazards = Assess(Device(Wagon, 0, 0, vx: 2), Track(8, 0, id: "b-1"), Track(4, 0, id: "b-2"), Track(6, 0, id: "b-3"));
        Assert.Equal(["b-2", "b-3", "b-1"], hazards.Select(hazard => hazard.Track!.Value.Value));
    }

    [Fact]
    public void Assess_OlderTrackAndDevice_AreBroughtToNow()
    {
        var hazard = Assert.Single(_assessment.Assess(Device(Wagon, 0, 0, vx: 2), [Track(6.65, 0)], [], At(1)));
        Assert.Equal(2, hazard.TimeToCollision, 0.06);
    }

    [Fact]
    public void Assess_NotFiniteInput_IsLeftOut()
    {
        Assert.Empty(Assess(Device(Wagon, double.NaN, 0, vx: 2), Track(5, 0)));
        Assert.Empty(Assess(Device(Wagon, 0, 0, vx: 2), Track(double.NaN, 0)));
        Assert.Empty(Assess(Device(Wagon, 0, 0, vx: 2), Track(5, 0, position: double.NaN)));
    }

    [Fact]
    public void Unseen_TracksOfOthersNearby_OnlyThose()
    {
        var own = Track(5, 0, id: "b-2") with { SeenBy = [Wagon] };
        var unseen = HazardAssessment.Unseen(
            Device(Wagon, 0, 0),
            [Track(5, 0), own, Track(50, 0, id: "b-3"), Track(5, 0, id: "b-4", confirmed: false)],
            30);
        Assert.Equal(new TrackId("b-1"), Assert.Single(unseen).Id);
    }

    [Fact]
    public void Unseen_TrackThatNobodySawLately_IsLeftOut() =>
        Assert.Empty(HazardAssessment.Unseen(Device(Wagon, 0, 0), [Track(5, 0) with { SeenBy = [] }], 30));

    [Fact]
    public void Unseen_DeviceWithFarSensor_IsToldAsFarAsItReaches()
    {
        var device = Device(Wagon, 0, 0) with { Sensors = [new Sensor("lidar", default, new FieldOfView(Math.Tau, MaxRange: 100))] };

        var unseen = HazardAssessment.Unseen(device, [Track(90, 0), Track(110, 0, id: "b-2")], 30);

        Assert.Equal(new TrackId("b-1"), Assert.Single(unseen).Id);
    }

    private IReadOnlyList<Hazard> Assess(DeviceMotion device, params Track[] tracks) => _assessment.Assess(device, tracks, [device], At(0));
}
