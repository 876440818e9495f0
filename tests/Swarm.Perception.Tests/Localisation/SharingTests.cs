using Swarm.Domain;

namespace Swarm.Perception.Tests.Localisation;

public sealed class SharingTests
{
    private static readonly DeviceId Wagon = new("wagon-1");
    private static readonly DeviceId Mower = new("mower-1");

    /// <summary>Where the two truly are: the wagon at the origin, the mower ahead of it, facing it.</summary>
    private static readonly Pose MowerPose = new(5, 0, Math.PI);

    [Fact]
    public void Share_ByADeviceWithErrorOfItsOwn_IsNobodysOwnAnyMore()
    {
        var wagon = Located(Wagon, default, 0.1);
        var before = wagon.Estimate!.Value;
        var told = wagon.Share(Scene.Start)!.Value;
        var after = wagon.Estimate!.Value;
        Assert.Equal(before.Covariance, told.Covariance);
        Assert.Equal(before.Covariance, after.Correlated);
        Assert.Equal(default, after.Independent);
        wagon.Move(new(Scene.Start, 1, 0));
        wagon.Move(new(Scene.At(0.1), 1, 0));
        Assert.True(wagon.Estimate!.Value.Independent.XX > 0);
    }

    [Fact]
    public void Apply_ObserverIsSurer_TheObservedLearns()
    {
        var (wagon, mower) = (Located(Wagon, default, 0.05), Located(Mower, new Pose(5.6, 0.5, Math.PI), 1));
        Assert.Equal(SightingOutcome.Fused, SightingExchange.Apply(Sighting(Wagon, Mower, new(5, 0, 0.1, 0.02)), wagon, mower));
        Assert.Equal(5, mower.Estimate!.Value.Pose.X, 0.05);
        Assert.Equal(0, mower.Estimate!.Value.Pose.Y, 0.05);
        Assert.Equal(0, wagon.Estimate!.Value.Pose.X);
    }

    [Fact]
    public void Apply_ObservedIsSurer_TheObserverLearns()
    {
        var (wagon, mower) = (Located(Wagon, new Pose(0.5, -0.4, 0.1), 1), Located(Mower, MowerPose, 0.05));
        Assert.Equal(SightingOutcome.Fused, SightingExchange.Apply(Sighting(Wagon, Mower, new(5, 0, 0.1, 0.02)), wagon, mower));
        Assert.Equal(MowerPose, mower.Estimate!.Value.Pose);
        // Range and bearing alone leave a circle about the mower, and the yaw that goes with each place on it.
        var found = wagon.Estimate!.Value.Pose;
        Assert.Equal(5, found.Plane.DistanceTo(MowerPose.Plane), 0.05);
        Assert.Equal(0, Angle.Normalize(Math.Atan2(-found.Y, 5 - found.X) - found.Yaw), 0.02);
    }

    [Fact]
    public void Apply_NeitherIsLocated_IsNull()
    {
        var (wagon, mower) = (new DeviceLocaliser(Wagon, new()), new DeviceLocaliser(Mower, new()));
        Assert.Null(SightingExchange.Apply(Sighting(Wagon, Mower, new(5, 0, 0.1, 0.02)), wagon, mower));
    }

    [Fact]
    public void Apply_Repeated_AsksForNothing()
    {
        var (wagon, mower) = (Located(Wagon, default, 0.05), Located(Mower, MowerPose, 1));
        SightingExchange.Apply(Sighting(Wagon, Mower, new(5, 0, 0.1, 0.02)), wagon, mower);
        wagon.Move(new(Scene.Start, 1, 0));
        wagon.Move(new(Scene.At(0.1), 0, 0));
        var own = wagon.Estimate!.Value.Independent;
        Assert.Null(SightingExchange.Apply(Sighting(Wagon, Mower, new(5, 0, 0.1, 0.02)) with { Time = Scene.At(0.1) }, wagon, mower));
        Assert.Equal(own, wagon.Estimate!.Value.Independent);
    }

    [Fact]
    public void Fuse_WhatIsOfOthersOrOfAnotherTime_IsInvalid()
    {
        var wagon = Located(Wagon, default, 0.1);
        var told = new SharedPose(Mower, Scene.Start, MowerPose, PoseCovariance.Diagonal(0.1, 0.1));
        var sighting = Sighting(Wagon, Mower, new(5, 0, 0.1, 0.02));
        var crane = new DeviceId("crane-1");
        Assert.Equal(SightingOutcome.Invalid, wagon.Fuse(sighting, told with { Device = crane }));
        Assert.Equal(SightingOutcome.Invalid, wagon.Fuse(sighting, told with { Device = Wagon }));
        Assert.Equal(SightingOutcome.Invalid, wagon.Fuse(sighting, told with { Time = Scene.At(1) }));
        Assert.Equal(SightingOutcome.Invalid, wagon.Fuse(sighting with { Observer = crane }, told));
        Assert.Equal(SightingOutcome.Invalid, wagon.Fuse(sighting with { Observed = Wagon }, told with { Device = Wagon }));
        Assert.Equal(SightingOutcome.Fused, wagon.Fuse(sighting, told));
    }

    [Fact]
    public void Apply_TwoTellEachOtherForAnHour_GainNothingFromIt()
    {
        var (wagon, mower) = (Located(Wagon, default, 0.5), Located(Mower, MowerPose, 0.5));
        for (var i = 0; i < 3600; i++)
        {
            wagon.Move(new(Scene.At(i), 0, 0));
            mower.Move(new(Scene.At(i), 0, 0));
            // In turns, so that each is told what it told before.
            var (saw, seen, observer, observed) = i % 2 == 0 ? (Wagon, Mower, wagon, mower) : (Mower, Wagon, mower, wagon);
            observed.Fuse(new(Scene.At(i), saw, seen, new(5, 0, 0.01, 0.002)), observer.Share(Scene.At(i))!.Value);
        }

        // Two independent positions of 0.5 m say no more than 0.5 / √2 about where the pair is.
        Assert.All(new[] { wagon, mower }, device => Assert.True(Math.Sqrt(device.Estimate!.Value.Covariance.YY) > 0.35));
    }

    [Fact]
    public void Collect_SightingsBetweenDevices_LocatesTheOneThatDoesNotKnow()
    {
        var (wagon, mower) = (Located(Wagon, default, 0.05), new DeviceLocaliser(Mower, new()));
        var truth = new Pose(3, 2, 2);
        for (var i = 0; i < 30 && !mower.IsLocated; i++)
        {
            wagon.Move(new(Scene.At(i), 0, 0));
            mower.Move(new(Scene.At(i), 0.3, 0));
            SightingExchange.Apply(Sighting(Wagon, Mower, Look(default, truth.Plane)) with { Time = Scene.At(i) }, wagon, mower);
            SightingExchange.Apply(Sighting(Mower, Wagon, Look(truth, default)) with { Time = Scene.At(i) }, mower, wagon);
            var next = truth.Transform(new(0.3, 0));
            truth = truth with { X = next.X, Y = next.Y };
        }

        Assert.True(mower.IsLocated);
        var found = mower.At(mower.Estimate!.Value.Time + TimeSpan.FromSeconds(1))!.Value.Pose;
        Assert.Equal(truth.X, found.X, 0.05);
        Assert.Equal(truth.Y, found.Y, 0.05);
        Assert.Equal(truth.Yaw, found.Yaw, 0.05);
        Assert.Equal(default, mower.Estimate!.Value.Independent);
    }

    [Fact]
    public void Collect_OneMisread_LocatesAllTheSame()
    {
        var mower = new DeviceLocaliser(Mower, new());
        Landmark[] map = [.. new Point2[] { new(10, 0), new(0, 10), new(-10, 0), new(0, -10), new(7, 7) }
            .Select((place, i) => new Landmark($"pole-{i}", place, Covariance2.Isotropic(0.01)))];
        var truth = new Pose(2, -1, -2.5);
        mower.Move(new(Scene.Start, 0, 0));
        for (var i = 0; i < map.Length; i++)
            mower.See(new(Scene.At(0.1), map[i], Look(truth, map[i == 1 ? 3 : i].Position)));
        Assert.True(mower.IsLocated);
        Assert.Equal(truth.X, mower.Estimate!.Value.Pose.X, 0.05);
        Assert.Equal(truth.Yaw, mower.Estimate!.Value.Pose.Yaw, 0.02);
    }

    private static DeviceLocaliser Located(DeviceId device, Pose pose, double deviation)
    {
        var localiser = new DeviceLocaliser(device, new());
        localiser.Locate(Scene.Start, pose, PoseCovariance.Diagonal(deviation, deviation));
        return localiser;
    }

    private static DeviceSighting Sighting(DeviceId observer, DeviceId observed, RangeBearing seen) => new(Scene.Start, observer, observed, seen);

    private static RangeBearing Look(Pose from, Point2 at)
    {
        var local = from.InverseTransform(at);
        return new(from.Plane.DistanceTo(at), Math.Atan2(local.Y, local.X), 0.05, 0.01);
    }
}
