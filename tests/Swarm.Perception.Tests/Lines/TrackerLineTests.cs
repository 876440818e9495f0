using CsCheck;
using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Lines;

public sealed class TrackerLineTests
{
    private static readonly DeviceId Lidar = new("lidar-1");

    [Fact]
    public void Observe_BearingsAndRangesAlone_BeginNoTrack()
    {
        var tracker = Tracker();
        for (var i = 0; i < 20; i++)
            tracker.See(Lines(0.1 * i, default, [Bearing(0.3)], [Range(10)]));

        Assert.Empty(tracker.TracksAt(2));
    }

    [Fact]
    public void Observe_BearingOfATrack_MovesItAcrossTheLineOfSightAlone()
    {
        var tracker = WithPersonAt(20, 0, deviation: 0.5);
        var before = Assert.Single(tracker.TracksAt(1));

        tracker.See(Lines(1, default, [Bearing(0.02, 1e-6)]));

        var after = Assert.Single(tracker.TracksAt(1));
        Assert.Equal(20 * Math.Tan(0.02), after.Position.Y, 0.05);
        Assert.Equal(before.Position.X, after.Position.X, 0.01);
        Assert.True(after.Covariance.YY < 0.1 * before.Covariance.YY);
        Assert.Equal(before.Covariance.XX, after.Covariance.XX, 0.01);
        Assert.True(after.Existence >= before.Existence);
        Assert.Contains(Onlooker, after.SeenBy);
    }

    [Fact]
    public void Observe_RangeOfATrack_MovesItAlongTheLineOfSightAlone()
    {
        var tracker = WithPersonAt(20, 0, deviation: 0.5);
        var before = Assert.Single(tracker.TracksAt(1));

        tracker.See(Lines(1, default, [], [Range(20.3, 1e-4)]));

        var after = Assert.Single(tracker.TracksAt(1));
        Assert.Equal(20.3, after.Position.X, 0.05);
        Assert.Equal(before.Position.Y, after.Position.Y, 0.01);
        Assert.True(after.Covariance.XX < 0.3 * before.Covariance.XX);
        Assert.Equal(before.Covariance.YY, after.Covariance.YY, 0.01);
    }

    [Theory]
    [InlineData(Math.PI - 0.01)]
    [InlineData(-Math.PI + 0.01)]
    public void Observe_BearingBeyondHalfATurn_IsTheNearWayRound(double angle)
    {
        var tracker = WithPersonAt(-20, 0, deviation: 0.5);

        tracker.See(Lines(1, default, [Bearing(angle, 1e-6)]));

        var track = Assert.Single(tracker.TracksAt(1));
        Assert.Equal(-20, track.Position.X, 0.1);
        Assert.Equal(-20 * Math.Tan(angle), track.Position.Y, 0.05);
    }

    [Fact]
    public void Observe_TwoTracksAndTwoBearings_EachGetsItsOwn()
    {
        var tracker = Tracker();
        for (var i = 0; i < 5; i++)
            tracker.See(Frame(0.2 * i, Lidar, null, Person(20, 1, deviation: 0.5), Person(20, -1, deviation: 0.5)));

        // Both lie in both gates: only together they are right.
        tracker.See(Lines(1, default, [Bearing(-0.03, 1e-4), Bearing(0.07, 1e-4)]));

        var tracks = tracker.TracksAt(1).OrderBy(track => track.Position.Y).ToList();
        Assert.Equal(2, tracks.Count);
        Assert.InRange(tracks[0].Position.Y, -0.9, -0.5);
        Assert.InRange(tracks[1].Position.Y, 1.1, 1.5);
    }

    [Fact]
    public void Observe_BearingFarFromEveryTrack_ChangesNothing()
    {
        var tracker = WithPersonAt(20, 0);
        var before = Assert.Single(tracker.TracksAt(1));

        tracker.See(Lines(1, default, [Bearing(1)], [Range(40)]));

        Assert.Equal(before with { Id = default }, Assert.Single(tracker.TracksAt(1)) with { Id = default, SeenBy = before.SeenBy });
    }

    [Fact]
    public void Observe_YawOfTheDeviceUnsure_BearingSaysAsMuchLess()
    {
        var (sure, unsure) = (WithPersonAt(20, 0, deviation: 0.5), WithPersonAt(20, 0, deviation: 0.5));

        sure.See(Lines(1, default, [Bearing(0.01, 1e-6)]));
        unsure.See(Lines(1, PoseCovariance.Diagonal(0, 0.05), [Bearing(0.01, 1e-6)]));

        Assert.True(Assert.Single(unsure.TracksAt(1)).Covariance.YY > 3 * Assert.Single(sure.TracksAt(1)).Covariance.YY);
    }

    [Fact]
    public void Observe_PlaceOfTheDeviceUnsure_CountsForABearingByTheDistance()
    {
        var (near, far) = (WithPersonAt(4, 0, deviation: 0.3), WithPersonAt(40, 0, deviation: 0.3));
        var unsure = PoseCovariance.Diagonal(0.3, 0);

        near.See(Lines(1, unsure, [Bearing(0, 1e-6)]));
        far.See(Lines(1, unsure, [Bearing(0, 1e-6)]));

        // 0.3 m is 75 mrad at 4 m and 7.5 mrad at 40 m: the same across either way.
        Assert.Equal(Assert.Single(near.TracksAt(1)).Covariance.YY, Assert.Single(far.TracksAt(1)).Covariance.YY, 0.005);
    }

    [Fact]
    public void Observe_BearingInTheRegionLookedAt_IsNoMiss()
    {
        var (seen, missed) = (WithPersonAt(5, 0), WithPersonAt(5, 0));

        seen.See(Lines(1, default, [Bearing(0)]) with { Region = Square(10) });
        missed.See(Lines(1, default, []) with { Region = Square(10) });

        Assert.True(Assert.Single(seen.TracksAt(1)).Existence > Assert.Single(missed.TracksAt(1)).Existence + 0.02);
    }

    [Theory]
    [InlineData(double.NaN, 0.01, 0.9)]
    [InlineData(0.0, double.NaN, 0.9)]
    [InlineData(0.0, -1.0, 0.9)]
    [InlineData(0.0, 0.01, double.NaN)]
    [InlineData(double.PositiveInfinity, 0.01, 0.9)]
    public void Observe_AbsurdLine_IsLeftOut(double value, double variance, double score)
    {
        var tracker = WithPersonAt(20, 0);
        var before = Assert.Single(tracker.TracksAt(1));

        tracker.See(Lines(1, default, [new(ObjectClass.Unknown, value, variance, score)], [new(ObjectClass.Unknown, value, variance, score)]));

        Assert.Equal(before.Position, Assert.Single(tracker.TracksAt(1)).Position);
    }

    [Fact]
    public void Observe_AnyLines_KeepTheCovariancePositive() =>
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Double[-0.2, 0.2].Array[30]).Sample((x, y, noise) =>
        {
            var tracker = WithPersonAt(x, y, deviation: 0.5);
            for (var i = 0; i < noise.Length; i++)
                tracker.See(Lines(1 + (0.05 * i), default, [Bearing(Math.Atan2(y, x) + noise[i], 0)], [Range(Math.Sqrt((x * x) + (y * y)) + noise[i], 0)]));

            Assert.All(tracker.TracksAt(2.5), track => Assert.True(
                track.Covariance.XX > 0 && track.Covariance.YY > 0 && track.Covariance.XX * track.Covariance.YY > track.Covariance.XY * track.Covariance.XY));
        });

    /// <summary>A person who walks is seen by a lidar twice a second and by a camera's bearings in between, some of them false.</summary>
    [Fact]
    public void Observe_ShuffledWithinTheBuffer_GivesTheSameTracks() =>
        Gen.Select(Gen.Double[-0.02, 0.02].Array[60], Gen.Double[0, 0.65].Array[60]).Sample((noise, delays) =>
        {
            var frames = Enumerable.Range(0, 60).Select(i =>
            {
                var t = 0.05 * i;
                return i % 10 == 0
                    ? Frame(t, Lidar, Square(30), Person(10 + t, 3, deviation: 0.3))
                    : Lines(t, PoseCovariance.Diagonal(0.05, 0.01), [Bearing(Math.Atan2(3, 10 + t) + noise[i]), Bearing(20 * noise[i])]);
            }).ToList();

            var expected = Run(frames, i => frames[i].Time);
            var actual = Run(frames, i => frames[i].Time + TimeSpan.FromSeconds(delays[i]));

            Assert.Equal(expected.Count, actual.Count);
            foreach (var (one, other) in expected.OrderBy(track => track.Position.X).Zip(actual.OrderBy(track => track.Position.X)))
            {
                Assert.Equal(one.Position.X, other.Position.X, 1e-6);
                Assert.Equal(one.Position.Y, other.Position.Y, 1e-6);
                Assert.Equal(one.Covariance.XX, other.Covariance.XX, 1e-6);
                Assert.Equal(one.Existence, other.Existence, 1e-6);
            }
        });

    private static IReadOnlyList<Track> Run(List<Observation> frames, Func<int, DateTimeOffset> arrivalOf)
    {
        var tracker = Tracker(new TrackerOptions { MaxDelay = TimeSpan.FromSeconds(0.7) });
        DateTimeOffset now;
        foreach (var i in Enumerable.Range(0, frames.Count).OrderBy(arrivalOf))
        {
            now = arrivalOf(i);
            Assert.True(tracker.Observe(frames[i], now));
            tracker.Advance(now);
        }

        return tracker.TracksAt(3.5);
    }

    private static Tracker WithPersonAt(double x, double y, double deviation = 0.2)
    {
        var tracker = Tracker();
        for (var i = 0; i < 5; i++)
            tracker.See(Frame(0.2 * i, Lidar, null, Person(x, y, deviation: deviation)));
        return tracker;
    }

    private static Observation Lines(double seconds, PoseCovariance ego, Bearing[] bearings, RangeReading[]? ranges = null) =>
        Frame(seconds) with { EgoCovariance = ego, Bearings = bearings, Ranges = ranges };

    private static Bearing Bearing(double angle, double variance = 4e-4) => new(ObjectClass.Pedestrian, angle, variance, 0.8);

    private static RangeReading Range(double range, double variance = 0.01) => new(ObjectClass.Unknown, range, variance, 0.8);
}
