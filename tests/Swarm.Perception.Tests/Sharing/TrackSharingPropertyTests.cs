using Swarm.Domain;
using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Sharing;

/// <summary>What holds of whatever moves however, with ticks up to 100 ms apart.</summary>
public sealed class TrackSharingPropertyTests
{
    private const double MaxSpeed = 15;
    private const double MaxWalk = 2.5;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Due_AnyTraffic_WithholdsNothingNewAndNothingLongerThanItsLimit(int seed)
    {
        var (sharing, traffic) = (new TrackSharing(TimeSpan.FromMilliseconds(100)), new Traffic(seed));
        var sent = new Dictionary<TrackId, double>();
        for (var now = 0d; now < 30; now += traffic.Step())
        {
            var due = Send(sharing, traffic.Tracks(now), now);
            foreach (var track in due)
                sent[track.Id] = now;
            foreach (var track in traffic.Tracks(now))
            {
                Assert.True(sent.ContainsKey(track.Id), $"{track.Id} is new and was withheld at {now}.");
                Assert.InRange(now - sent[track.Id], 0, track.Class == ObjectClass.Vehicle ? 1.0001 : 0.5001);
            }
        }

        Assert.NotEmpty(sent);
    }

    /// <summary>
    /// A receiver that carries on by constant velocity is off by no more than the speed that may go unsaid (0.5 m/s and 4°; for who is too slow
    /// to have a heading, up to 1 m/s against 0.5 m/s the other way; of people any) times the time since.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Due_AnyTraffic_LeavesTheReceiverNoFurtherOffThanTheRulesAllow(int seed)
    {
        var (sharing, traffic) = (new TrackSharing(TimeSpan.FromMilliseconds(100)), new Traffic(seed));
        var turn = 2 * MaxSpeed * Math.Sin(2 * Math.PI / 180);
        var unsaid = Math.Max(1.5, Math.Sqrt((0.5 * 0.5) + (turn * turn)));
        var heard = new Dictionary<TrackId, (double At, Track Track)>();
        var worst = 0d;
        for (var now = 0d; now < 30; now += traffic.Step())
        {
            foreach (var track in Send(sharing, traffic.Tracks(now), now))
                heard[track.Id] = (now, track);
            foreach (var track in traffic.Tracks(now))
            {
                var (at, known) = heard[track.Id];
                var elapsed = now - at;
                var (x, y) = (known.Position.X + (elapsed * known.Velocity.X), known.Position.Y + (elapsed * known.Velocity.Y));
                var off = track.Position.Plane.DistanceTo(new(x, y));
                Assert.InRange(off, 0, 1e-9 + (elapsed * (track.Class == ObjectClass.Vehicle ? unsaid : 2 * MaxWalk)));
                Assert.InRange(track.Position.Plane.DistanceTo(known.Position.Plane), 0, track.Class == ObjectClass.Vehicle ? 4 : 1e9);
                worst = Math.Max(worst, off);
            }
        }

        Assert.InRange(worst, 0.05, 3);
    }

    /// <summary>How little goes out is the point of it: less than a third of all that is there at each tick.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Due_AnyTraffic_IsAThirdOfItOrLess(int seed)
    {
        var (sharing, traffic) = (new TrackSharing(TimeSpan.FromMilliseconds(100)), new Traffic(seed));
        var (sent, all) = (0, 0);
        for (var now = 0d; now < 30; now += traffic.Step())
        {
            all += traffic.Tracks(now).Count;
            sent += Send(sharing, traffic.Tracks(now), now).Count;
        }

        Assert.InRange(sent, 1, all / 3);
    }

    private static IReadOnlyList<Track> Send(TrackSharing sharing, IReadOnlyList<Track> tracks, double now)
    {
        var due = sharing.Due(tracks, At(now));
        sharing.Note(due, sharing.Gone(tracks), At(now));
        return due;
    }

    /// <summary>Vehicles and people that come, go, turn, start and stop by chance, at ticks of 60 to 100 ms.</summary>
    private sealed class Traffic(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly List<(string Id, ObjectClass Class, Point2 Position, double Speed, double Heading)> _movers = [];
        private int _born;

        public IReadOnlyList<Track> Tracks(double now) =>
        [
            .. _movers.Select(mover => new Track(
                new TrackId(mover.Id), mover.Class, At(now), new Position(mover.Position.X, mover.Position.Y), Velocity(mover.Speed, mover.Heading),
                default, 0.9, Confirmed: true, [])),
        ];

        /// <summary>Moves all on and returns by how many seconds.</summary>
        public double Step()
        {
            var seconds = 0.06 + (0.04 * _random.NextDouble());
            for (var i = _movers.Count - 1; i >= 0; i--)
            {
                var (id, objectClass, position, speed, heading) = _movers[i];
                var velocity = Velocity(speed, heading);
                position = new(position.X + (seconds * velocity.X), position.Y + (seconds * velocity.Y));
                if (_random.NextDouble() < 0.05)
                    speed = Math.Clamp(speed + ((_random.NextDouble() - 0.5) * 4), 0, objectClass == ObjectClass.Vehicle ? MaxSpeed : MaxWalk);
                heading += (_random.NextDouble() - 0.5) * 0.02;
                if (_random.NextDouble() < 0.02)
                    heading += _random.NextDouble() - 0.5;
                _movers[i] = (id, objectClass, position, speed, heading);
                if (_random.NextDouble() < 0.005)
                    _movers.RemoveAt(i);
            }

            if (_movers.Count < 12 && _random.NextDouble() < 0.3)
            {
                var isVehicle = _random.Next(2) == 0;
                _movers.Add((
                    $"m-{_born++}", isVehicle ? ObjectClass.Vehicle : ObjectClass.Pedestrian, default,
                    _random.NextDouble() * (isVehicle ? 3 : MaxWalk), _random.NextDouble() * Math.Tau));
            }

            return seconds;
        }

        private static Velocity Velocity(double speed, double heading) => new(speed * Math.Cos(heading), speed * Math.Sin(heading));
    }
}
