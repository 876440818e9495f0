using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TrackerMotionTests
{
    [Fact]
    public void Observe_WalkingPerson_FindsTheVelocity()
    {
        var tracker = Tracker();
        for (var frame = 0; frame <= 30; frame++)
            tracker.See(Frame(frame * 0.1, Person(5 + (0.14 * frame), 1 - (0.05 * frame))));
        var track = Assert.Single(tracker.TracksAt(3.5));
        Assert.Equal(1.4, track.Velocity.X, 0.15);
        Assert.Equal(-0.5, track.Velocity.Y, 0.15);
        Assert.Equal(5 + (1.4 * 3.5), track.Position.X, 0.25);
        Assert.Equal(At(3.5), track.Time);
    }

    [Fact]
    public void Observe_DetectionWithVelocity_NeedsNoSecondOneToKnowIt()
    {
        var tracker = Tracker();
        tracker.See(Frame(0, Person(5, 1) with { Velocity = new Velocity(0, 1.5) }));
        Assert.Equal(1.2, Assert.Single(tracker.TracksAt(0)).Velocity.Y, 0.3);
    }

    [Fact]
    public void Observe_TwoPeopleCrossing_KeepTheirIdentities()
    {
        var tracker = Tracker();
        for (var frame = 0; frame <= 40; frame++)
        {
            var t = frame * 0.1;
            tracker.See(Frame(t, Person(-2 + t, -0.5 + (0.25 * t), deviation: 0.1), Person(2 - t, 0.5 - (0.25 * t), deviation: 0.1)));
        }

        var tracks = tracker.TracksAt(4);
        Assert.Equal(2, tracks.Count);
        Assert.True(tracks.Single(track => track.Id.Value == "a-1").Velocity.X > 0.8);
        Assert.True(tracks.Single(track => track.Id.Value == "a-2").Velocity.X < -0.8);
    }

    [Fact]
    public void Observe_TwoDevicesAtOneInstant_FuseToOneSurerTrack()
    {
        var (one, two) = (Tracker(), Tracker());
        for (var frame = 0; frame < 10; frame++)
        {
            one.See(Frame(frame * 0.1, Person(5, 1)));
            two.See(Frame(frame * 0.1, Person(5, 1)));
            two.See(Frame(frame * 0.1, Wagon, null, Person(5.1, 1)));
        }

        var (alone, fused) = (Assert.Single(one.TracksAt(0.9)), Assert.Single(two.TracksAt(0.9)));
        Assert.True(fused.Covariance.XX < 0.7 * alone.Covariance.XX);
        Assert.Equal([Onlooker, Wagon], fused.SeenBy);
    }

    [Fact]
    public void Observe_SlightlyLateFrame_IsUsed()
    {
        var tracker = Tracker();
        for (var frame = 0; frame <= 10; frame++)
            tracker.See(Frame(frame * 0.1, Person(5 + (0.1 * frame), 1)));
        var before = Assert.Single(tracker.TracksAt(1));
        Assert.True(tracker.Observe(Frame(0.6, Wagon, null, Person(5.6, 1)), At(1)));
        var after = Assert.Single(tracker.TracksAt(1));
        Assert.Equal([Onlooker, Wagon], after.SeenBy);
        Assert.True(after.Covariance.XX < before.Covariance.XX);
        Assert.Equal(6, after.Position.X, 0.1);
    }

    [Fact]
    public void Observe_TooLateFrame_IsRefusedAndChangesNothing()
    {
        var tracker = Tracker();
        tracker.See(Frame(1, Person(5, 1)));
        Assert.False(tracker.Observe(Frame(0.4, Person(9, 9)), At(1)));
        Assert.Single(tracker.TracksAt(1));
    }

    [Fact]
    public void Observe_FrameFromTheFuture_IsRefused()
    {
        var tracker = Tracker();
        Assert.False(tracker.Observe(Frame(86_400, Person(5, 1)), At(0)));
        Assert.True(tracker.Observe(Frame(0, Person(5, 1)), At(0)));
    }

    [Fact]
    public void Advance_ClockSetBack_DoesNotShutOutWhatComes()
    {
        var tracker = Tracker();
        tracker.See(Frame(3600, Person(5, 1)));
        Assert.Empty(tracker.TracksAt(0));
        Assert.True(tracker.See(Frame(0.1, Person(5, 1))));
        Assert.Single(tracker.TracksAt(0.1));
    }

    [Fact]
    public void Observe_SizeAndYaw_AreSmoothedAndHalfATurnForgiven()
    {
        var tracker = Tracker();
        for (var frame = 0; frame <= 20; frame++)
        {
            var car = new Detection(
                ObjectClass.Vehicle,
                new Position(10, 0),
                Covariance2.Isotropic(0.2),
                0.8,
                new Size(frame % 2 == 0 ? 4 : 5, 1.8, 1.5),
                frame % 2 == 0 ? 0.3 : 0.3 - Math.PI);
            tracker.See(Frame(frame * 0.1, car));
        }

        var track = Assert.Single(tracker.TracksAt(2));
        Assert.Equal(0.3, track.Yaw!.Value, 6);
        Assert.Equal(4.5, track.Size!.Value.Length, 0.2);
        Assert.Equal(ObjectClass.Vehicle, track.Class);
    }

    [Fact]
    public void Observe_RandomWalks_AreAsCertainAsTheySay()
    {
        // Mean normalised estimation error squared of the position over 200 tracks: 2 if the covariance is honest.
        var random = new Random(7);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
        var sum = 0d;
        for (var run = 0; run < 200; run++)
        {
            var tracker = Tracker();
            double x = 0, y = 0, vx = Normal(), vy = Normal();
            for (var frame = 0; frame <= 30; frame++)
            {
                tracker.See(Frame(frame * 0.1, Person(x + (0.2 * Normal()), y + (0.2 * Normal()))));
                var step = Math.Sqrt(0.2 * 0.1);
                (x, y, vx, vy) = (x + (0.1 * vx), y + (0.1 * vy), vx + (step * Normal()), vy + (step * Normal()));
            }

            var track = tracker.TracksAt(3).MinBy(track => track.Position.Plane.DistanceTo(new Point2(x, y)))!;
            var dx = track.Position.X - (x - (0.1 * vx));
            var dy = track.Position.Y - (y - (0.1 * vy));
            sum += Gaussian2.SquaredDistance(dx, dy, track.Covariance.Position);
        }

        Assert.InRange(sum / 200, 1.4, 2.6);
    }
}
