using CsCheck;
using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TrackerOrderTests
{
    private static readonly TrackerOptions Options = new() { MaxDelay = TimeSpan.FromSeconds(0.7) };

    /// <summary>Frames of three devices over four seconds: two people who walk past one another, some missed, some false.</summary>
    private static readonly Gen<Observation[]> Recording =
        from noise in Gen.Double[-0.3, 0.3].Array[240]
        from seen in Gen.Double.Unit.Array[120]
        select Enumerable.Range(0, 120).Select(i =>
        {
            var t = i / 3 * 0.1 + (i % 3 * 0.03);
            Detection[] objects =
            [
                .. seen[i] < 0.85 ? [Person((1.2 * t) + noise[2 * i], 1)] : Array.Empty<Detection>(),
                .. seen[i] > 0.15 ? [Person(5 - (1.1 * t), 2 + noise[(2 * i) + 1])] : Array.Empty<Detection>(),
                .. seen[i] > 0.95 ? [Person(20 * noise[2 * i], 9)] : Array.Empty<Detection>(),
            ];
            return Frame(t, new DeviceId($"d{i % 3}"), i % 2 == 0 ? Square(8) : null, objects);
        }).ToArray();

    [Fact]
    public void Observe_ShuffledWithinTheBuffer_GivesTheSameTracks() =>
        Gen.Select(Recording, Gen.Double[0, 0.65].Array[120], Gen.Int[1, 9]).Sample((frames, delays, step) =>
        {
            var inOrder = Run(frames.Select(frame => (frame.Time, frame)), 1);
            var shuffled = Run(frames.Select((frame, i) => (frame.Time + TimeSpan.FromSeconds(delays[i]), frame)), step);
            Assert.Equal(inOrder.Count, shuffled.Count);
            foreach (var (expected, actual) in Sorted(inOrder).Zip(Sorted(shuffled)))
            {
                Assert.Equal(expected.Position.X, actual.Position.X, 1e-6);
                Assert.Equal(expected.Position.Y, actual.Position.Y, 1e-6);
                Assert.Equal(expected.Velocity.X, actual.Velocity.X, 1e-6);
                Assert.Equal(expected.Covariance.XX, actual.Covariance.XX, 1e-6);
                Assert.Equal(expected.Existence, actual.Existence, 1e-6);
                Assert.Equal(expected.Confirmed, actual.Confirmed);
            }
        });

    [Fact]
    public void Observe_SameFrameAgain_CountsOnce()
    {
        var (once, twice) = (Tracker(), Tracker());
        var frame = Frame(0.1, Person(5, 1));
        once.See(Frame(0, Person(5, 1)));
        once.See(frame);
        twice.See(Frame(0, Person(5, 1)));
        twice.See(frame);
        twice.Advance(At(0.15));
        Assert.True(twice.See(frame with { Objects = [Person(5, 1)] }));

        Assert.Equal(Assert.Single(once.TracksAt(0.2)).Existence, Assert.Single(twice.TracksAt(0.2)).Existence);
    }

    [Fact]
    public void Observe_OlderDetectionThatNowBeginsTheTrack_TakesItsNameOver()
    {
        var tracker = Tracker();
        tracker.See(Frame(0, Wagon, null));
        tracker.See(Frame(0.2, Person(5, 1)));
        var name = Assert.Single(tracker.TracksAt(0.2)).Id;

        Assert.True(tracker.Observe(Frame(0.1, Wagon, null, Person(5, 1)), At(0.25)));

        var track = Assert.Single(tracker.TracksAt(0.3));
        Assert.Equal(name, track.Id);
        Assert.Equal([Onlooker, Wagon], track.SeenBy);
    }

    [Fact]
    public void Observe_LateFrameAfterATrackWasTakenOver_KeepsWhatTheOtherCellSaid()
    {
        var tracker = Tracker();
        tracker.See(Frame(0, Person(50, 50)));
        tracker.See(Frame(0.2, Person(50, 50)));
        tracker.Advance(At(0.2));
        Assert.True(tracker.Adopt(Track(5, 1, seconds: 0.2)));

        Assert.True(tracker.Observe(Frame(0.1, Wagon, null, Person(50, 50)), At(0.25)));

        Assert.Contains(tracker.TracksAt(0.3), track => track.Id.Value == "b-1");
    }

    [Fact]
    public void Observe_MoreLateFramesThanAreTakenAnew_StillFollowsWhatTheyShow()
    {
        // Thirty devices whose frames come by turns up to 0.4 s late, far more than are reordered: each is taken all the same.
        var tracker = Tracker();
        var late = Enumerable.Range(0, 30).Select(device => device / 29d * 0.4).ToArray();
        var frames = from tick in Enumerable.Range(0, 40)
                     from device in Enumerable.Range(0, 30)
                     let taken = (tick * 0.1) + (device * 0.003)
                     orderby taken + late[device]
                     select (Arrival: taken + late[device], Frame: Frame(taken, new DeviceId($"d{device:00}"), null, Person(1.2 * taken, 1)));
        foreach (var batch in frames.GroupBy(frame => (int)(frame.Arrival / 0.1)))
        {
            foreach (var (arrival, frame) in batch)
                Assert.True(tracker.Observe(frame, At(arrival)));
            tracker.Advance(At((batch.Key + 1) * 0.1));
        }

        var track = Assert.Single(tracker.TracksAt(4.4));
        Assert.Equal(1.2 * 4.4, track.Position.X, 0.2);
        Assert.Equal(1.2, track.Velocity.X, 0.2);
        Assert.True(track.Confirmed);
    }

    private static IReadOnlyList<Track> Run(IEnumerable<(DateTimeOffset Arrival, Observation Frame)> arrivals, int step)
    {
        var tracker = Tracker(Options);
        var now = Start;
        foreach (var (arrival, frame) in arrivals.OrderBy(pair => pair.Arrival))
        {
            now = arrival > now ? arrival : now;
            Assert.True(tracker.Observe(frame, now));
            if (step == 1 || frame.Objects.Count % step == 0)
                tracker.Advance(now);
        }

        return tracker.TracksAt(4.5);
    }

    private static IEnumerable<Track> Sorted(IReadOnlyList<Track> tracks) =>
        tracks.OrderBy(track => track.Position.X).ThenBy(track => track.Position.Y);
}
