using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TrackerExistenceTests
{
    [Fact]
    public void Observe_SecondDetection_ConfirmsTheTrack()
    {
        var tracker = Tracker();
        tracker.See(Frame(0, Person(5, 1)));
        Assert.False(Assert.Single(tracker.TracksAt(0)).Confirmed);

        tracker.See(Frame(0.1, Person(5.05, 1)));
        var track = Assert.Single(tracker.TracksAt(0.1));
        Assert.True(track.Confirmed);
        Assert.Equal(new TrackId("a-1"), track.Id);
        Assert.Equal(ObjectClass.Pedestrian, track.Class);
        Assert.Equal([Onlooker], track.SeenBy);
    }

    [Fact]
    public void Observe_OneVerySureDetection_ConfirmsAtOnce()
    {
        var tracker = Tracker();
        tracker.See(Frame(0, Person(5, 1, score: 0.97)));
        Assert.True(Assert.Single(tracker.TracksAt(0)).Confirmed);
    }

    [Fact]
    public void Observe_LowScores_TakeLongerToConfirm()
    {
        static int FramesToConfirm(double score)
        {
            var tracker = Tracker();
            for (var frame = 0; frame < 50; frame++)
            {
                tracker.See(Frame(frame * 0.1, Person(5, 1, score)));
                if (tracker.TracksAt(frame * 0.1) is [{ Confirmed: true }])
                    return frame + 1;
            }

            return int.MaxValue;
        }

        Assert.Equal(2, FramesToConfirm(0.7));
        Assert.InRange(FramesToConfirm(0.2), 10, 25);
    }

    [Fact]
    public void Observe_EachDetection_RaisesExistence()
    {
        var tracker = Tracker();
        var before = 0d;
        for (var frame = 0; frame < 5; frame++)
        {
            tracker.See(Frame(frame * 0.1, Person(5, 1, score: 0.4)));
            var existence = Assert.Single(tracker.TracksAt(frame * 0.1)).Existence;
            Assert.True(existence > before, $"frame {frame}: {existence} after {before}");
            before = existence;
        }
    }

    [Fact]
    public void Observe_LookedAndNotSeen_LowersExistenceUntilTheTrackIsGone()
    {
        var tracker = Seen(1);
        var before = Assert.Single(tracker.TracksAt(1)).Existence;
        for (var frame = 11; frame < 30; frame++)
        {
            tracker.See(Frame(frame * 0.1, Onlooker, Square(10)));
            if (tracker.TracksAt(frame * 0.1) is not [var track])
            {
                Assert.InRange(frame, 13, 20);
                return;
            }

            Assert.True(track.Existence < before);
            before = track.Existence;
        }

        Assert.Fail("The track outlived two seconds of being looked for.");
    }

    [Fact]
    public void Observe_NotSeenWithoutRegion_IsNoEvidence()
    {
        var (looked, silent) = (Seen(1), Seen(1));
        for (var frame = 11; frame < 20; frame++)
            looked.See(Frame(frame * 0.1, Onlooker, null));

        Assert.Equal(Assert.Single(silent.TracksAt(2)).Existence, Assert.Single(looked.TracksAt(2)).Existence, 9);
    }

    [Fact]
    public void Observe_NotSeenOutsideTheRegion_IsNoEvidence()
    {
        var (looked, silent) = (Seen(1), Seen(1));
        for (var frame = 11; frame < 20; frame++)
            looked.See(Frame(frame * 0.1, Onlooker, Square(3)));

        Assert.Equal(Assert.Single(silent.TracksAt(2)).Existence, Assert.Single(looked.TracksAt(2)).Existence, 9);
    }

    [Fact]
    public void Observe_RegionOnTheGround_SaysNothingOfWhatFlies()
    {
        var tracker = Tracker();
        for (var frame = 0; frame <= 10; frame++)
            tracker.See(Frame(frame * 0.1, new Detection(ObjectClass.Robot, new Position(5, 1, 15), Covariance2.Isotropic(0.2), 0.9)));
        for (var frame = 11; frame < 30; frame++)
            tracker.See(Frame(frame * 0.1, Onlooker, Square(10)));
        Assert.Single(tracker.TracksAt(3));
    }

    [Fact]
    public void Advance_WithoutEvidence_ExistenceDecaysSlowly()
    {
        var tracker = Seen(1);
        var now = Assert.Single(tracker.TracksAt(1)).Existence;
        var later = Assert.Single(tracker.TracksAt(3)).Existence;
        Assert.InRange(later, 0.8 * now, 0.95 * now);
        Assert.Empty(tracker.TracksAt(60));
    }

    [Fact]
    public void Advance_TentativeTrackNotSeenAgain_IsDropped()
    {
        var tracker = Tracker();
        tracker.See(Frame(0, Person(5, 1)));
        Assert.Single(tracker.TracksAt(1));
        Assert.Empty(tracker.TracksAt(1.6));
    }

    [Fact]
    public void Advance_DeviceThatSawItLongerThanASecondAgo_IsNotAmongSeenBy()
    {
        var tracker = Seen(1);
        tracker.See(Frame(1.5, Wagon, null, Person(5, 1)));
        Assert.Equal([Onlooker, Wagon], Assert.Single(tracker.TracksAt(1.6)).SeenBy);
        Assert.Equal([Wagon], Assert.Single(tracker.TracksAt(2.2)).SeenBy);
    }

    private static Tracker Seen(double seconds)
    {
        var tracker = Tracker();
        for (var frame = 0; frame <= seconds * 10; frame++)
            tracker.See(Frame(frame * 0.1, Person(5, 1)));
        return tracker;
    }
}
