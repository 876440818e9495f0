using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Registration;

public sealed class DeviceRegistrationTests
{
    private static readonly Point2[] Posts = [new(8, 4), new(15, -6), new(-9, 7), new(3, 12), new(20, 9)];

    [Fact]
    public void NoiseAt_UncertainEgo_IsWhatSamplesShow()
    {
        // Correlated ego errors, drawn through a lower triangular factor; the reference is the spread of 200,000 compounded draws.
        double[,] l = { { 0.3, 0, 0 }, { 0.1, 0.2, 0 }, { 0.008, -0.01, 0.02 } };
        var ego = new Pose(20, -5, 0.7);
        PoseCovariance p = new(
            0.09, 0.03, 0.3 * 0.008, 0.01 + 0.04, (0.1 * 0.008) - (0.2 * 0.01), (0.008 * 0.008) + (0.01 * 0.01) + (0.02 * 0.02));
        var seen = new Detection(ObjectClass.Vehicle, new Position(30, 12), new Covariance2(0.25, 0.05, 0.09), 0.8);
        var observation = SiteFrame.ToSite(Wagon, new DetectionFrame(Start, "front", ego, p, [seen]));
        var placed = Assert.Single(observation.Objects);
        var carried = placed.Covariance + new RegistrationBook().For(observation, 0).NoiseAt(placed.Position.Plane);

        var random = new Random(11);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
        var mean = ego.Transform(seen.Position.Plane);
        const int draws = 200_000;
        double xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < draws; i++)
        {
            var (a, b, c, d, e) = (Normal(), Normal(), Normal(), Normal(), Normal());
            var drawn = new Pose(ego.X + (l[0, 0] * a), ego.Y + (l[1, 0] * a) + (l[1, 1] * b), ego.Yaw + (l[2, 0] * a) + (l[2, 1] * b) + (l[2, 2] * c));
            var place = drawn.Transform(new Point2(30 + (0.5 * d), 12 + (0.1 * d) + (Math.Sqrt(0.08) * e)));
            var (dx, dy) = (place.X - mean.X, place.Y - mean.Y);
            (xx, xy, yy) = (xx + (dx * dx), xy + (dx * dy), yy + (dy * dy));
        }

        Assert.Equal(xx / draws, carried.XX, 0.02);
        Assert.Equal(xy / draws, carried.XY, 0.02);
        Assert.Equal(yy / draws, carried.YY, 0.02);
    }

    [Fact]
    public void Observe_DeviceWithAWrongPose_IsLaidOnWhatTheOthersSee()
    {
        var tracker = Tracker();
        var believed = PoseCovariance.Diagonal(0.6, 0.05);
        var random = new Random(3);
        for (var i = 0; i < 40; i++)
        {
            tracker.See(Seen(i * 0.1, Onlooker, default, post => post, random));
            tracker.See(Seen((i * 0.1) + 0.02, Wagon, believed, post => Off(post, 0.7, -0.5, 0.04), random));
            tracker.Advance(At((i * 0.1) + 0.05));
        }

        var error = tracker.Registrations.Single(pair => pair.Key == Wagon).Value;
        Assert.Equal(0.7, error.X, 0.15);
        Assert.Equal(-0.5, error.Y, 0.15);
        Assert.Equal(0.04, error.Yaw, 0.015);
        Assert.InRange(error.XDeviation, 0, 0.2);
        Assert.Equal(Posts.Length, tracker.Tracks.Count);
        Assert.All(tracker.Tracks, track => Assert.Equal([Onlooker, Wagon], track.SeenBy));
        foreach (var post in Posts)
            Assert.Contains(tracker.Tracks, track => Math.Abs(track.Position.X - post.X) + Math.Abs(track.Position.Y - post.Y) < 0.25);
    }

    [Theory]
    [InlineData(0.61, 0, 0, true)]
    [InlineData(0.59, 0, 0, false)]
    [InlineData(-0.61, 0, 0, true)]
    [InlineData(0, 0.091, 0, true)]
    [InlineData(0, 0.089, 0, false)]
    [InlineData(0, 0, 0.16, true)]
    [InlineData(0, 0, 0.14, false)]
    public void Exceeds_ErrorOfOneKind_FromThreeOfTheLargerDeviationOn(double y, double yaw, double clock, bool exceeds)
    {
        // Of y and the clock the estimate's own deviation is the larger, of the yaw the claimed one.
        var error = new RegistrationError(0, y, yaw, clock, 0.01, 0.2, 0.001, 0.05);

        Assert.Equal(exceeds, error.Exceeds(PoseCovariance.Diagonal(0.1, 0.03), 0.02));
    }

    [Fact]
    public void Observe_DeviceAlone_KeepsWhatItSaysOfItself()
    {
        var tracker = Tracker();
        for (var i = 0; i < 20; i++)
            tracker.See(Seen(i * 0.1, Wagon, PoseCovariance.Diagonal(0.6, 0.05), post => Off(post, 0.7, -0.5, 0.04), new Random(i)));
        tracker.Advance(At(2));

        var error = tracker.Registrations.Single().Value;
        Assert.Equal(0, error.X, 1e-9);
        Assert.Equal(0.6, error.XDeviation, 1e-9);
        Assert.Equal(0.05, error.YawDeviation, 1e-9);
    }

    [Fact]
    public void Observe_ClockAhead_IsFoundFromWhatMoves()
    {
        const double ahead = 0.15;
        var tracker = Tracker(new TrackerOptions { ClockDeviation = 0.1 });
        for (var i = 0; i < 60; i++)
        {
            var t = i * 0.1;
            tracker.See(Frame(t, Onlooker, null, Walker(t, 0), Walker(t, 1)));
            tracker.Observe(Frame(t + 0.05 + ahead, Wagon, null, Walker(t + 0.05, 0), Walker(t + 0.05, 1)), At(t + 0.05));
            tracker.Advance(At(t + 0.05));
        }

        // The two share the difference: neither is the truth.
        var errors = tracker.Registrations.ToDictionary();
        Assert.Equal(ahead, errors[Wagon].Clock - errors[Onlooker].Clock, 0.05);
    }

    [Fact]
    public void Advance_LongSilentDevice_IsForgotten()
    {
        var tracker = Tracker();
        tracker.See(Seen(0, Wagon, default, post => post, new Random(1)));
        tracker.Advance(At(1));
        Assert.Single(tracker.Registrations);
        tracker.Advance(At(40));
        Assert.Empty(tracker.Registrations);
    }

    private static Detection Walker(double t, int number) => Person(number == 0 ? 2 + (1.5 * t) : 12 - (1.4 * t), 3 + (4 * number), deviation: 0.1);

    private static Point2 Off(Point2 post, double x, double y, double yaw)
    {
        var (sin, cos) = Math.SinCos(yaw);
        return new((cos * post.X) - (sin * post.Y) + x, (sin * post.X) + (cos * post.Y) + y);
    }

    private static Observation Seen(double seconds, DeviceId device, PoseCovariance believed, Func<Point2, Point2> asSeen, Random random)
    {
        double Noise() => (random.NextDouble() - 0.5) * 0.2;
        Detection[] objects = [.. Posts.Select(asSeen).Select(at => Person(at.X + Noise(), at.Y + Noise(), deviation: 0.1))];
        return Frame(seconds, device, null, objects) with { EgoCovariance = believed };
    }
}
