using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Sharing;

public sealed class TrackSharingTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly TrackSharing _sharing = new(Tick);

    [Fact]
    public void Due_NewTracks_AreAllDueAtOnce()
    {
        Track[] all = [Vehicle("a", 0, 10), Person("b"), Vehicle("c", 50, 0)];

        Assert.Equal(["a", "b", "c"], Send(0, all));
        Assert.Equal(["d"], Send(0.1, [.. all, Person("d")]));
    }

    [Fact]
    public void Due_VehicleThatKeepsItsCourse_IsDueOnceASecond()
    {
        var sent = Enumerable.Range(0, 31).Where(tick => Send(tick / 10d, Vehicle("a", 0.3 * tick, 3)).Count > 0);

        Assert.Equal([0, 10, 20, 30], sent);
    }

    [Theory]
    [InlineData(3.9, 10, 0, false)]
    [InlineData(4, 10, 0, true)]
    [InlineData(0, 10.4, 0, false)]
    [InlineData(0, 10.5, 0, true)]
    [InlineData(0, 9.4, 0, true)]
    [InlineData(0, 10, 3.9, false)]
    [InlineData(0, 10, 4.1, true)]
    [InlineData(0, 10, -4.1, true)]
    public void Due_VehicleThatMovedSpedUpOrTurned_IsDueFromTheThresholdOn(double x, double speed, double degrees, bool due)
    {
        Send(0, Vehicle("a", 0, 10));

        Assert.Equal(due ? 1 : 0, Send(0.1, Vehicle("a", x, speed, degrees)).Count);
    }

    [Fact]
    public void Due_VehicleThatHardlyMoves_HasNoHeadingToChange()
    {
        Send(0, Vehicle("a", 0, 0.3));

        Assert.Empty(Send(0.1, Vehicle("a", 0, 0.3, 120)));
    }

    [Fact]
    public void Due_VehicleThatCreepsOn_IsComparedWithWhatWasSentLast()
    {
        Send(0, Vehicle("a", 0, 10));

        Assert.Empty(Send(0.1, Vehicle("a", 2, 10)));
        Assert.Single(Send(0.2, Vehicle("a", 4, 10)));
        Assert.Empty(Send(0.3, Vehicle("a", 6, 10)));
    }

    [Theory]
    [InlineData(ObjectClass.Pedestrian)]
    [InlineData(ObjectClass.Cyclist)]
    [InlineData(ObjectClass.Animal)]
    [InlineData(ObjectClass.Robot)]
    [InlineData(ObjectClass.Unknown)]
    public void Due_NoVehicle_GoesTogetherTwiceASecondWhateverItDoes(ObjectClass objectClass)
    {
        var young = Person("young") with { Class = objectClass };
        Send(0, Person("old"), Vehicle("car", 0, 5));
        Send(0.3, Person("old"), Vehicle("car", 0, 5), young);

        Assert.Empty(Send(0.4, Person("old"), Vehicle("car", 0, 5), young with { Velocity = new(0, 3) }));
        Assert.Equal(["old", "young"], Send(0.5, Person("old"), Vehicle("car", 0, 5), young));
    }

    [Fact]
    public void Due_TickThatComesLate_IsNotWaitedFor()
    {
        Send(0, Person("a"));

        Assert.Single(Send(0.41, Person("a")));
    }

    [Fact]
    public void Due_WithoutNote_StaysDue()
    {
        Assert.Single(_sharing.Due([Person("a")], At(0)));
        Assert.Single(_sharing.Due([Person("a")], At(0.1)));
    }

    [Fact]
    public void Due_ClockSetBack_SendsAgain()
    {
        Send(100, Person("a"), Vehicle("b", 0, 0));

        Assert.Equal(2, Send(0, Person("a"), Vehicle("b", 0, 0)).Count);
    }

    [Fact]
    public void Reset_ReceiverCameBack_IsToldAll()
    {
        Send(0, Person("a"), Vehicle("b", 0, 0));
        _sharing.Reset();

        Assert.Equal(2, Send(0.1, Person("a"), Vehicle("b", 0, 0)).Count);
    }

    [Fact]
    public void Gone_SentBeforeAndNotThereNow_IsSaidUntilItIsNotedAndNewWhenItIsBack()
    {
        Send(0, Person("a"), Vehicle("b", 0, 0), Vehicle("c", 0, 0));

        Assert.Empty(_sharing.Gone([Person("a"), Vehicle("b", 0, 0), Vehicle("c", 0, 0), Person("new")]));
        Assert.Equal(["a", "c"], _sharing.Gone([Vehicle("b", 0, 0), Person("new")]).Select(id => id.Value).Order());
        var gone = _sharing.Gone([Vehicle("b", 0, 0)]);
        Assert.Equal(2, gone.Count);
        _sharing.Note([], gone, At(0.1));

        Assert.Empty(_sharing.Gone([Vehicle("b", 0, 0)]));
        Assert.Equal(["a"], Send(0.2, Person("a"), Vehicle("b", 0, 0)));
    }

    [Fact]
    public void Count_TracksThatComeAndGo_RemembersThoseOfTheLastSecond()
    {
        var most = 0;
        for (var tick = 0; tick < 500; tick++)
        {
            Send(tick / 10d, [.. Enumerable.Range(0, 20).Select(i => Person($"{tick}-{i}"))]);
            most = Math.Max(most, _sharing.Count);
        }

        Assert.InRange(most, 20, 20 * 10);
    }

    private List<string> Send(double seconds, params Track[] tracks)
    {
        var due = _sharing.Due(tracks, At(seconds));
        _sharing.Note(due, [], At(seconds));
        return [.. due.Select(track => track.Id.Value)];
    }

    private static Track Person(string id) => Vehicle(id, 0, 1) with { Class = ObjectClass.Pedestrian };

    private static Track Vehicle(string id, double x, double speed, double degrees = 0)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(
            new TrackId(id), ObjectClass.Vehicle, Start, new Position(x, 0), new Velocity(speed * cos, speed * sin), default, 0.9, Confirmed: true, []);
    }
}
