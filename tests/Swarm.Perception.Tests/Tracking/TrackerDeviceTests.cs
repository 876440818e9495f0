using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TrackerDeviceTests
{
    [Fact]
    public void Observe_DeviceSeenByAnother_IsAttributedAndMakesNoTrack()
    {
        var tracker = Tracker();
        tracker.Move(Device(Wagon, 5, 1, vx: 1));
        for (var frame = 0; frame < 5; frame++)
            tracker.See(Frame(frame * 0.1, Machine(5.2 + (0.1 * frame), 1.1)));
        Assert.Empty(tracker.TracksAt(0.4));
        Assert.Equal([Onlooker], tracker.WhoSees(Wagon));
        Assert.Equal(Wagon, Assert.Single(tracker.Devices).Device);
    }

    [Fact]
    public void Observe_DeviceItself_MakesNoTrackAndNoWitness()
    {
        var tracker = Tracker();
        tracker.Move(Device(Wagon, 0, 0));
        tracker.See(Frame(0, Wagon, null, Machine(0.1, 0)));
        Assert.Empty(tracker.TracksAt(0));
        Assert.Empty(tracker.WhoSees(Wagon));
    }

    [Theory]
    [InlineData(ObjectClass.Pedestrian)]
    [InlineData(ObjectClass.Cyclist)]
    [InlineData(ObjectClass.Animal)]
    public void Observe_LivingBeingAtADevice_IsATrack(ObjectClass living)
    {
        var tracker = Tracker();
        tracker.Move(Device(Wagon, 5, 1));
        tracker.See(Frame(0, Machine(5.3, 1) with { Class = living }));
        Assert.Equal(living, Assert.Single(tracker.TracksAt(0)).Class);
    }

    [Fact]
    public void Observe_MachineAwayFromTheDevice_IsATrack()
    {
        var tracker = Tracker();
        tracker.Move(Device(Wagon, 5, 1));
        tracker.See(Frame(0, Machine(8, 1)));
        Assert.Single(tracker.TracksAt(0));
    }

    [Fact]
    public void Observe_ObjectUnderADrone_IsATrack()
    {
        var tracker = Tracker();
        tracker.Move(Device(new DeviceId("drone-1"), 5, 1, z: 15, kind: DeviceKind.Drone));
        tracker.See(Frame(0, Machine(5, 1)));
        Assert.Single(tracker.TracksAt(0));
    }

    [Fact]
    public void Advance_TrackThatTurnsOutToBeADevice_IsDropped()
    {
        var tracker = Tracker();
        for (var frame = 0; frame < 5; frame++)
            tracker.See(Frame(frame * 0.1, Machine(5, 1)));
        Assert.Single(tracker.TracksAt(0.4));
        tracker.Move(Device(Wagon, 5, 1, seconds: 0.4));
        Assert.Empty(tracker.TracksAt(0.5));
    }

    [Fact]
    public void Advance_SilentDevice_IsForgottenAndBecomesAnObject()
    {
        var tracker = Tracker();
        tracker.Move(Device(Wagon, 5, 1));
        tracker.Advance(At(5.1));
        Assert.Empty(tracker.Devices);
        tracker.See(Frame(5.1, Machine(5, 1)));
        Assert.Single(tracker.TracksAt(5.1));
    }

    [Fact]
    public void Move_OlderOrUnsoundMotion_IsLeftOut()
    {
        var tracker = Tracker();
        tracker.Move(Device(Wagon, 5, 1, seconds: 1));
        tracker.Move(Device(Wagon, 9, 9, seconds: 0.5));
        tracker.Move(Device(Wagon, double.NaN, 1, seconds: 2));
        tracker.Move(Device(Wagon, 5, 1, vx: double.PositiveInfinity, seconds: 2));
        Assert.Equal(new Point2(5, 1), Assert.Single(tracker.Devices).Pose.Plane);
    }

    private static Detection Machine(double x, double y) => new(ObjectClass.Robot, new Position(x, y), Covariance2.Isotropic(0.2), 0.9);
}
