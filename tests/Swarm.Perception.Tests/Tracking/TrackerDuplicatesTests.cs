using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TrackerDuplicatesTests
{
    [Fact]
    public void Observe_TwoTracksThatTurnOutToBeOneCar_BecomeTheElder()
    {
        var tracker = Tracker();
        for (var i = 0; i < 30; i++)
        {
            tracker.See(Frame(i * 0.1, Onlooker, null, Car(10)));
            tracker.See(Frame((i * 0.1) + 0.05, Wagon, null, Car(10 + Math.Max(0, 3 - (0.2 * i)))));
            if (i == 2)
                Assert.Equal(2, tracker.TracksAt(0.25).Count);
        }

        var track = Assert.Single(tracker.TracksAt(3));
        Assert.Equal("a-1", track.Id.Value);
        Assert.Equal([Onlooker, Wagon], track.SeenBy);
    }

    [Fact]
    public void Observe_TwoPeopleCloseTogetherInOneFrame_StayTwo()
    {
        var tracker = Tracker();
        for (var i = 0; i < 30; i++)
            tracker.See(Frame(i * 0.1, Onlooker, null, Person(5, 1), Person(5.15, 1)));

        Assert.Equal(2, tracker.TracksAt(3).Count);
    }

    private static Detection Car(double x) =>
        new(ObjectClass.Vehicle, new Position(x, 0), Covariance2.Isotropic(0.4), 0.8, new Size(4.5, 1.8, 1.5), 0);
}
