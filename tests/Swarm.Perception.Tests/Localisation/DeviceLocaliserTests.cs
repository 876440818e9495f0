using Swarm.Domain;

namespace Swarm.Perception.Tests.Localisation;

public sealed class DeviceLocaliserTests
{
    private static readonly DeviceId Wagon = new("wagon-1");
    private static readonly DeviceId Mower = new("mower-1");
    private static readonly Landmark[] Map =
    [
        new("gate", new(10, 0), Covariance2.Isotropic(0.01)),
        new("pole", new(0, 10), Covariance2.Isotropic(0.01)),
        new("tree", new(-10, 0), Covariance2.Isotropic(0.01)),
    ];

    [Fact]
    public void Estimate_NotLocated_IsNull()
    {
        var wagon = Localiser(Wagon);
        wagon.Move(new(Scene.Start, 1, 0));
        Assert.False(wagon.IsLocated);
        Assert.Null(wagon.Estimate);
        Assert.Null(wagon.At(Scene.Start));
        Assert.Null(wagon.Share(Scene.Start));
    }

    [Fact]
    public void At_LaterTime_GoesOnAsTheOdometrySaid()
    {
        var wagon = Located(Wagon, new Pose(1, 1, 0), 0.1);
        wagon.Move(new(Scene.Start, 2, 0));
        var later = wagon.At(Scene.At(0.2))!.Value;
        Assert.Equal(1.4, later.Pose.X, 9);
        Assert.True(later.Covariance.XX > wagon.Estimate!.Value.Covariance.XX);
        Assert.Equal(1, wagon.Estimate!.Value.Pose.X);
    }

    [Fact]
    public void See_Landmarks_FindsThePoseAndIsSurerOfIt()
    {
        var (truth, wagon) = (new Pose(1, -1, 0.3), Located(Wagon, new Pose(1.2, -1.1, 0.25), 0.3));
        for (var i = 0; i < 12; i++)
            Assert.Equal(SightingOutcome.Fused, wagon.See(new(Scene.At(i), Map[i % 3], Look(truth, Map[i % 3].Position))));

        var found = wagon.Estimate!.Value;
        Assert.Equal(truth.X, found.Pose.X, 0.02);
        Assert.Equal(truth.Y, found.Pose.Y, 0.02);
        Assert.Equal(truth.Yaw, found.Pose.Yaw, 0.01);
        Assert.True(found.Covariance.XX < 0.01);
    }

    [Fact]
    public void See_ALandmarkOfPoorMapAgainAndAgain_IsNoSurerThanTheMap()
    {
        var (poor, wagon) = (new Landmark("gate", new(10, 0), Covariance2.Isotropic(0.5)), Located(Wagon, default, 1));
        for (var i = 0; i < 200; i++)
            wagon.See(new(Scene.At(i * 2), poor, Look(default, poor.Position)));
        Assert.True(wagon.Estimate!.Value.Covariance.XX > 0.2);
    }

    [Fact]
    public void See_MisreadLandmark_IsAnOutlierAndChangesNothing()
    {
        var wagon = Located(Wagon, default, 0.1);
        var before = wagon.Estimate;
        Assert.Equal(SightingOutcome.Outlier, wagon.See(new(Scene.Start, Map[0], Look(default, Map[1].Position))));
        Assert.Equal(before, wagon.Estimate);
    }

    [Fact]
    public void See_OneThingTooSoonAgain_IsRepeated()
    {
        var wagon = Located(Wagon, default, 0.1);
        Assert.Equal(SightingOutcome.Fused, wagon.See(new(Scene.Start, Map[0], Look(default, Map[0].Position))));
        Assert.Equal(SightingOutcome.Repeated, wagon.See(new(Scene.At(0.5), Map[0], Look(default, Map[0].Position))));
        Assert.Equal(SightingOutcome.Fused, wagon.See(new(Scene.At(0.5), Map[1], Look(default, Map[1].Position))));
        Assert.Equal(SightingOutcome.Fused, wagon.See(new(Scene.At(1.1), Map[0], Look(default, Map[0].Position))));
    }

    [Fact]
    public void See_Nonsense_IsInvalid()
    {
        var wagon = Located(Wagon, default, 0.1);
        RangeBearing[] nonsense = [new(double.NaN, 0, 1, 1), new(0, 0, 1, 1), new(1, double.PositiveInfinity, 1, 1), new(1, 0, 0, 1), new(1, 0, 1, -1)];
        Assert.All(nonsense, seen => Assert.Equal(SightingOutcome.Invalid, wagon.See(new(Scene.Start, Map[0], seen))));
        Assert.False(wagon.Move(new(Scene.Start, double.NaN, 0)));
        Assert.Throws<ArgumentException>(() => wagon.Locate(Scene.Start, default, default));
    }

    [Fact]
    public void See_FarAheadOrLongAgo_IsOutOfTimeAndChangesNothing()
    {
        var wagon = Located(Wagon, default, 0.1);
        wagon.Move(new(Scene.At(10), 0, 0));
        Assert.Equal(SightingOutcome.OutOfTime, wagon.See(new(Scene.At(3600), Map[0], Look(default, Map[0].Position))));
        Assert.Equal(SightingOutcome.OutOfTime, wagon.See(new(Scene.At(8.9), Map[0], Look(default, Map[0].Position))));
        Assert.False(wagon.Move(new(Scene.At(8.9), 0, 0)));
        Assert.True(wagon.Move(new(Scene.At(10.1), 0, 0)));
        Assert.Null(wagon.Share(Scene.At(3600)));
    }

    [Fact]
    public void See_Late_IsAsIfItHadComeInTime()
    {
        var (inTime, late) = (Localised(0, 1, 2, 3, 4, 5), Localised(0, 2, 3, 5, 4, 1));
        Assert.Equal(inTime.Pose.X, late.Pose.X, 12);
        Assert.Equal(inTime.Pose.Yaw, late.Pose.Yaw, 12);
        Assert.Equal(inTime.Covariance.XX, late.Covariance.XX, 12);
        Assert.Equal(inTime.Independent.YawYaw, late.Independent.YawYaw, 12);
    }

    [Fact]
    public void Move_EqualTimes_TakesTheLast()
    {
        var wagon = Located(Wagon, default, 0.1);
        wagon.Move(new(Scene.Start, 5, 0));
        wagon.Move(new(Scene.Start, 1, 0));
        Assert.Equal(0.2, wagon.At(Scene.At(0.2))!.Value.Pose.X, 9);
    }

    [Fact]
    public void At_AfterAHoleInTheOdometry_IsMuchLessSure()
    {
        var wagon = Located(Wagon, default, 0.1);
        wagon.Move(new(Scene.Start, 0, 0));
        Assert.Equal(0.01, wagon.At(Scene.At(0.25))!.Value.Covariance.XX, 1e-4);
        Assert.Equal(0.01 + (0.7 * 0.01), wagon.At(Scene.At(1))!.Value.Covariance.XX, 1e-4);
    }

    [Fact]
    public void Move_ManyMoreStepsThanAreKept_GoesOn()
    {
        var wagon = Located(Wagon, default, 0.1);
        for (var i = 0; i <= 2000; i++)
            Assert.True(wagon.Move(new(Scene.At(i * 0.001), 1, 0)));
        Assert.Equal(2, wagon.Estimate!.Value.Pose.X, 6);
    }

    [Fact]
    public void See_CarriedElsewhere_FindsItselfAgain()
    {
        var (truth, wagon) = (new Pose(-3, 4, 2), Located(Wagon, default, 0.1));
        for (var i = 0; i < 40; i++)
        {
            wagon.Move(new(Scene.At(i), 0, 0));
            wagon.See(new(Scene.At(i), Map[i % 3], Look(truth, Map[i % 3].Position)));
        }

        var found = wagon.Estimate!.Value.Pose;
        Assert.Equal(truth.X, found.X, 0.05);
        Assert.Equal(truth.Y, found.Y, 0.05);
        Assert.Equal(truth.Yaw, found.Yaw, 0.05);
    }

    [Fact]
    public void See_OneThingMisreadAgainAndAgain_IsNotLost()
    {
        var wagon = Located(Wagon, default, 0.1);
        for (var i = 0; i < 60; i++)
        {
            wagon.Move(new(Scene.At(i * 0.1), 0, 0));
            Assert.Equal(SightingOutcome.Outlier, wagon.See(new(Scene.At(i * 0.1), Map[0], Look(default, Map[1].Position))));
        }

        Assert.True(wagon.IsLocated);
    }

    private static DeviceLocaliser Localiser(DeviceId device) => new(device, new LocaliserOptions());

    private static DeviceLocaliser Located(DeviceId device, Pose pose, double deviation)
    {
        var localiser = Localiser(device);
        localiser.Locate(Scene.Start, pose, PoseCovariance.Diagonal(deviation, deviation));
        return localiser;
    }

    private static RangeBearing Look(Pose from, Point2 at)
    {
        var local = from.InverseTransform(at);
        return new(from.Plane.DistanceTo(at), Math.Atan2(local.Y, local.X), 0.1, 0.02);
    }

    /// <summary>After a quarter of a second of driving, with what happened on the way told in this order.</summary>
    private static PoseEstimate Localised(params int[] order)
    {
        var wagon = Located(Wagon, default, 0.3);
        var mower = Located(Mower, new Pose(5, 5, 1), 0.2);
        mower.Move(new(Scene.Start, 0, 0));
        Action[] events =
        [
            () => wagon.Move(new(Scene.Start, 2, 0.5)),
            () => wagon.See(new(Scene.At(0.05), Map[0], new(9.7, 0.02, 0.1, 0.02))),
            () => wagon.Move(new(Scene.At(0.1), 1, -0.5)),
            () => wagon.Share(Scene.At(0.15)),
            () => wagon.Move(new(Scene.At(0.25), 0, 0)),
            () => wagon.Fuse(new(Scene.At(0.2), Wagon, Mower, new(6.8, 0.75, 0.1, 0.02)), new(Mower, Scene.At(0.2), new(5, 5, 1), PoseCovariance.Diagonal(0.2, 0.2))),
        ];
        foreach (var index in order)
            events[index]();
        return wagon.Estimate!.Value;
    }
}
