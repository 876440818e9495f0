using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// What a machine's own last looks showed, carried along by odometry: enough to stop for what is in the way, which no link and no
/// site has a part in. One missed detection is no reason to go on, so what was there stays for a moment.
/// </summary>
internal sealed class OwnSight
{
    private const double Margin = 0.2;
    private const double Step = 0.2;

    /// <summary>Metres that somebody on foot, or on wheels, moves at most from one look to the next.</summary>
    private const double SameWithin = 0.5;
    private const double SameOnWheelsWithin = 1.3;

    /// <summary>Share of the latest look in an estimated velocity.</summary>
    private const double Smoothing = 0.2;

    /// <summary>Seconds over which a velocity is trusted to hold.</summary>
    private const double Foresight = 1.2;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(0.4);

    private readonly List<Sighting> _seen = [];

    public IReadOnlyList<Sighting> Seen => _seen;

    public void Take(DetectionFrame frame, Pose pose)
    {
        var before = _seen.ToArray();
        _seen.Clear();
        foreach (var seen in frame.Objects)
        {
            var position = pose.Transform(seen.Position.Plane);
            var radius = seen.Size is { } size ? Math.Max(size.Length, size.Width) / 2 : 0.25;
            _seen.Add(Follow(new(position, default, radius, seen.Class, Looks: 1, frame.Time), before));
        }

        foreach (var old in before)
            if (frame.Time - old.Time <= Memory && !_seen.Exists(now => AreSame(old, now)))
                _seen.Add(old);
    }

    /// <summary>Metres that a body of this size can go on along the route before it touches something seen, at most <paramref name="reach"/>.</summary>
    /// <param name="speed">Metres per second, for where what moves will be by then.</param>
    public double FreeAhead(Route route, double s, Size size, double speed, double reach)
    {
        // Only what lies ahead of the nose counts: what is beside the body is not run into by going on.
        var nose = size.Length / 2;
        for (var ahead = nose; ahead < reach + nose && s + ahead <= route.Length + nose; ahead += Step)
        {
            var middle = route.At(Math.Min(s + ahead, route.Length));
            var seconds = Math.Min((ahead - nose) / Math.Max(speed, 0.8), Foresight);
            foreach (var seen in _seen)
            {
                var now = middle.InverseTransform(seen.Position);
                var then = middle.InverseTransform(seen.Position + (seconds * seen.Velocity));
                if (IsInWay(now, seen.Radius))
                    return Math.Max(0, ahead + now.X - seen.Radius - nose);
                if (IsInWay(then, seen.Radius))
                    return Math.Max(0, ahead - Step - nose);
            }
        }

        return reach;

        bool IsInWay(Point2 there, double radius) =>
            Math.Abs(there.Y) < (size.Width / 2) + radius + Margin && Math.Abs(there.X) < radius + (Step / 2);
    }

    private static bool AreSame(Sighting old, Sighting now) =>
        old.Class == now.Class && old.Position.DistanceTo(now.Position) < (now.IsTraffic ? SameOnWheelsWithin : SameWithin);

    /// <summary>The sighting with the velocity that earlier ones give it.</summary>
    private static Sighting Follow(Sighting now, Sighting[] before)
    {
        foreach (var old in before)
        {
            if (!AreSame(old, now) || old.Time >= now.Time)
                continue;
            var latest = 1 / (now.Time - old.Time).TotalSeconds * (now.Position - old.Position);
            return now with { Velocity = old.Velocity + (Smoothing * (latest - old.Velocity)), Looks = old.Looks + 1 };
        }

        return now;
    }
}
