using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TrackerAdoptTests
{
    [Fact]
    public void Adopt_SameObject_IsRenamedAndKeepsTheName()
    {
        var tracker = Seen(5, 1);
        Assert.True(tracker.Adopt(Track(5.05, 1, id: "b-7", seconds: 0.5)));
        Assert.Equal("b-7", Assert.Single(tracker.Tracks).Id.Value);
        for (var frame = 6; frame < 20; frame++)
        {
            tracker.See(Frame(frame * 0.1, Person(5, 1)));
            Assert.Equal("b-7", Assert.Single(tracker.TracksAt(frame * 0.1)).Id.Value);
        }
    }

    [Fact]
    public void Adopt_NoSuchObject_IsTakenOverWhole()
    {
        var tracker = Tracker();
        var track = Track(5, 1, vx: 1, id: "b-7") with { Size = new Size(0.5, 0.6, 1.7), Yaw = 0.2 };
        Assert.True(tracker.Adopt(track));
        var taken = Assert.Single(tracker.TracksAt(0));
        Assert.Equal(track with { SeenBy = taken.SeenBy }, taken);
        Assert.Equal(track.SeenBy, taken.SeenBy);
    }

    [Fact]
    public void Adopt_TakenOverTrack_GoesOnUnderItsNameWithDetectionsHere()
    {
        var tracker = Tracker();
        tracker.Adopt(Track(5, 1, vx: 1, id: "b-7"));
        for (var frame = 1; frame < 10; frame++)
            tracker.See(Frame(frame * 0.1, Person(5 + (0.1 * frame), 1)));
        Assert.Equal("b-7", Assert.Single(tracker.TracksAt(0.9)).Id.Value);
    }

    [Fact]
    public void Adopt_KnownName_StaysOneTrack()
    {
        var tracker = Tracker();
        for (var i = 0; i < 5; i++)
            tracker.Adopt(Track(5, 1, id: "b-7", seconds: i * 0.1));
        Assert.Single(tracker.TracksAt(0.5));
    }

    [Fact]
    public void Adopt_NameThatWentAstray_GoesBackToItsObject()
    {
        var tracker = Seen(5, 1);
        tracker.Adopt(Track(5, 1, id: "b-7", seconds: 0.5));
        tracker.Adopt(Track(9, 1, id: "b-7", seconds: 0.6));
        Assert.Equal(9, Assert.Single(tracker.TracksAt(0.6), track => track.Id.Value == "b-7").Position.X, 0.1);
    }

    [Fact]
    public void Adopt_TwoNeighboursOfWhichOneIsNamed_DoesNotTakeTheOthersName()
    {
        var tracker = Seen(5, 1);
        tracker.Adopt(Track(5, 1, id: "b-1", seconds: 0.5));
        tracker.Adopt(Track(5.3, 1, id: "b-2", seconds: 0.5));
        Assert.Equal(["b-1", "b-2"], tracker.TracksAt(0.5).Select(track => track.Id.Value).Order());
    }

    [Fact]
    public void Adopt_LocalIdentityKept_ChangesNothing()
    {
        var tracker = Seen(5, 1);
        Assert.False(tracker.Adopt(Track(5, 1, id: "b-7", seconds: 0.5), own => own.Value == "a-1"));
        Assert.Equal("a-1", Assert.Single(tracker.Tracks).Id.Value);
    }

    [Fact]
    public void Adopt_UnsoundTrack_IsLeftOut()
    {
        var tracker = Tracker();
        Assert.False(tracker.Adopt(Track(double.NaN, 1)));
        Assert.False(tracker.Adopt(Track(5, 1, position: 0)));
        Assert.False(tracker.Adopt(Track(5, 1, velocity: double.NaN)));
        Assert.False(tracker.Adopt(Track(5, 1) with { Existence = 2 }));
        Assert.Empty(tracker.TracksAt(0));
    }

    [Fact]
    public void Adopt_CellToCell_IdentityOutlivesTheBorder()
    {
        var (west, east) = (Tracker(mint: "west"), Tracker(mint: "east"));
        for (var frame = 0; frame <= 10; frame++)
        {
            west.See(Frame(frame * 0.1, Person(99 + (0.1 * frame), 1)));
            east.See(Frame(frame * 0.1, Person(99 + (0.1 * frame), 1)));
        }

        east.Adopt(Assert.Single(west.TracksAt(1)));
        for (var frame = 11; frame <= 30; frame++)
            east.See(Frame(frame * 0.1, Person(99 + (0.1 * frame), 1)));
        var track = Assert.Single(east.TracksAt(3));
        Assert.Equal("west-1", track.Id.Value);
        Assert.Equal(1, track.Velocity.X, 0.1);
    }

    private static Tracker Seen(double x, double y)
    {
        var tracker = Tracker();
        for (var frame = 0; frame <= 5; frame++)
            tracker.See(Frame(frame * 0.1, Person(x, y)));
        tracker.Advance(At(0.5));
        return tracker;
    }
}
