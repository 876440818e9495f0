using CsCheck;
using Swarm.Domain;
using Size = Swarm.Domain.Size;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TrackerRobustnessTests
{
    private static readonly double[] Absurd =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 0, -1, 1e9];

    /// <summary>Mostly sound numbers, now and then one that no sensor means.</summary>
    private static readonly Gen<double> Number = Gen.Frequency(
        (12, Gen.Double[-20, 20]),
        (3, Gen.Double[0, 1]),
        (1, Gen.Int[0, Absurd.Length - 1].Select(i => Absurd[i])));

    private static readonly Gen<Covariance2> Covariance = Gen.Frequency(
        (3, Gen.Double[0.01, 3].Select(Covariance2.Isotropic)),
        (1, Gen.Select(Number, Number, Number).Select((a, b, c) => new Covariance2(a, b, c))));

    private static readonly Gen<Detection> Seen =
        Gen.Select(Gen.Enum<ObjectClass>(), Number, Number, Covariance, Number, Number, Number).Select((objectClass, x, y, covariance, score, a, b) =>
            new Detection(
                objectClass, new Position(x, y, a), covariance, score, a > 5 ? new Size(a, b, a) : null, b > 5 ? a : null, a > 0 ? new Velocity(a, b) : null));

    private static readonly Gen<LookedRegion?> Region = Gen.Select(Gen.Select(Number, Number).Array[0, 6], Number).Select((corners, probability) =>
        corners.Length == 0 ? null : new LookedRegion([.. corners.Select(corner => new Point2(corner.Item1, corner.Item2))], probability));

    private static readonly Gen<Observation> Any =
        Gen.Select(Gen.Double[0, 3], Gen.Bool, Seen.Array[0, 12], Region).Select((seconds, wagon, seen, region) =>
            Frame(seconds, wagon ? Wagon : Onlooker, region, seen));

    private static readonly Gen<DeviceMotion> Motion = Gen.Select(Number, Number, Number, Number, Number).Select((x, y, vx, vy, more) =>
        Device(Wagon, x, y, vx, vy) with { YawRate = more, Size = new Size(more, x, y), Covariance = new(more, x, y, more, 0, vx) });

    [Fact]
    public void Observe_AnyInput_LeavesSoundTracksAndHazards()
    {
        var assessment = new HazardAssessment(new HazardOptions { MinimumProbability = 0 });
        Gen.Select(Any.Array[1, 20], Motion.Array[0, 3], Gen.Enum<MotionKind>(), Gen.Enum<AssociationKind>()).Sample((frames, motions, kind, association) =>
        {
            var tracker = Tracker(new TrackerOptions
            {
                Motions = Enum.GetValues<ObjectClass>().ToDictionary(each => each, _ => kind),
                Association = association,
            });
            foreach (var motion in motions)
                tracker.Move(motion);
            for (var i = 0; i < frames.Length; i++)
            {
                tracker.Observe(frames[i], At(1.5));
                tracker.Advance(At(i * 0.2));
                foreach (var track in tracker.Tracks)
                    AssertSound(track);
                foreach (var hazard in assessment.Assess(Device(Onlooker, 0, 0, vx: 1), tracker.Tracks, tracker.Devices, At(i * 0.2)))
                    Assert.True(hazard.Probability is >= 0 and <= 1 && double.IsFinite(hazard.TimeToCollision + hazard.Distance));
            }
        },
        iter: 120);
    }

    [Fact]
    public void Adopt_AnyTrack_LeavesSoundTracks() =>
        Gen.Select(Number, Number, Number, Number, Number, Number).Array[1, 10].Sample(all =>
        {
            var tracker = Tracker();
            foreach (var (x, y, vx, vy, position, velocity) in all)
                tracker.Adopt(Track(x, y, vx, vy, position: position, velocity: velocity, id: $"b-{x}"));
            foreach (var track in tracker.TracksAt(0.1))
                AssertSound(track);
        });

    [Fact]
    public void Observe_TenThousandObjectsAFrame_IsBounded()
    {
        var tracker = Tracker();
        for (var frame = 0; frame < 6; frame++)
        {
            var random = new Random(frame);
            tracker.See(Frame(frame * 0.1, [.. Enumerable.Range(0, 10_000).Select(i =>
                Person(random.NextDouble() * 1000, random.NextDouble() * 1000, score: i < 400 ? 0.9 : 0.3))]));
        }

        Assert.Equal(Swarm.Perception.Tracker.MaxTracks, tracker.TracksAt(0.5).Count);
    }

    [Fact]
    public void Observe_ManyObjects_TakesTheSurest()
    {
        var tracker = Tracker();
        tracker.See(Frame(0, [.. Enumerable.Range(0, 5000).Select(i => Person(i * 3, 0, score: i == 4321 ? 0.9 : 0.2))]));
        Assert.Contains(tracker.TracksAt(0), track => Math.Abs(track.Position.X - (4321 * 3)) < 1);
    }

    [Fact]
    public void Observe_FloodOfTentativeTracks_DoesNotDriveOutAConfirmedOne()
    {
        var tracker = Tracker();
        for (var frame = 0; frame < 5; frame++)
            tracker.See(Frame(frame * 0.1, Person(-50, 0)));
        for (var frame = 5; frame < 15; frame++)
        {
            var shift = frame * 7;
            tracker.See(Frame(frame * 0.1, Wagon, null, [.. Enumerable.Range(0, 500).Select(i => Person(shift + (i * 100), frame * 50, score: 0.9))]));
        }

        Assert.Contains(tracker.TracksAt(1.4), track => track.Id.Value == "a-1" && track.Confirmed);
    }

    private static void AssertSound(Track track)
    {
        Assert.True(double.IsFinite(track.Position.X + track.Position.Y + track.Position.Z + track.Velocity.Speed), track.ToString());
        Assert.True(Cholesky4.TryFactor(track.Covariance, out _), track.ToString());
        Assert.InRange(track.Existence, 0, 1);
        Assert.True(track.Yaw is null || double.IsFinite(track.Yaw.Value));
        Assert.True(track.Size is null || double.IsFinite(track.Size.Value.Length + track.Size.Value.Width + track.Size.Value.Height));
    }
}
