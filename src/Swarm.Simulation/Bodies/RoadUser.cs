using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// A car or a cyclist who passes through on a lane, follows whoever is ahead and lets people cross. Beyond the edge of the site the
/// lane begins anew.
/// </summary>
internal sealed class RoadUser : Body
{
    private const double Acceleration = 1.5;
    private const double Braking = 3;
    private const double SightAhead = 30;

    private readonly Lane _lane;
    private readonly double _cruise;
    private double _s;

    public RoadUser(string name, ObjectClass objectClass, Lane lane, double s, double cruise)
        : base(name, objectClass, objectClass == ObjectClass.Cyclist ? new(1.8, 0.6, 1.7) : new(4.2, 1.8, 1.5), lane.At(s))
    {
        (_lane, _s, _cruise, Speed) = (lane, s, cruise, cruise);
    }

    public double Speed { get; private set; }

    public bool AlongX => _lane.AlongX;

    /// <summary>Metres ahead along the lane, negative behind.</summary>
    public double DistanceTo(Point2 point) => _lane.Locate(point).Along - _s;

    internal override void Move(World world, double dt)
    {
        var target = Math.Min(_cruise, Math.Min(SpeedForCrossings(world), SpeedForBodies(world)));
        Speed += Math.Clamp(target - Speed, -Braking * dt, Acceleration * dt);
        _s += Speed * dt;
        if (_s <= Lane.Length)
            MoveTo(_lane.At(_s), dt);
        else if (!world.Bodies.OfType<RoadUser>().Any(other => other != this && other._lane == _lane && other._s < 12))
            Appear(_lane.At(_s = 0));
    }

    private static double ToStopIn(double distance) => Math.Sqrt(2 * Braking * Math.Max(0, distance));

    private double SpeedForCrossings(World world)
    {
        var target = double.PositiveInfinity;
        foreach (var crossing in world.Town.Crossings)
        {
            if (crossing.AlongX != AlongX)
                continue;
            var line = DistanceTo(crossing.Area.Centre) - 3 - (Size.Length / 2);
            if (line > -0.5 && line < SightAhead && world.IsOccupied(crossing))
                target = Math.Min(target, ToStopIn(line));
        }

        // The avenue gives way to the street.
        var junction = DistanceTo(default) - TownWays.Inner - 3 - (Size.Length / 2);
        if (!AlongX && junction > -0.5 && junction < SightAhead && world.IsStreetBusy())
            target = Math.Min(target, ToStopIn(junction));
        return target;
    }

    private double SpeedForBodies(World world)
    {
        var target = double.PositiveInfinity;
        foreach (var other in world.Bodies)
        {
            if (other == this || other.Pose.Z > 2 || (other is RoadUser { } user && user.AlongX == AlongX && user._lane != _lane))
                continue;
            var (along, left) = _lane.Locate(other.Pose.Plane);
            var gap = along - _s - (Size.Length / 2) - other.Radius;
            var aside = other.IsPerson ? Caution(other) : (Size.Width / 2) + other.Radius + 0.3;
            if (along > _s && gap < SightAhead && Math.Abs(left) < aside)
                target = Math.Min(target, ToStopIn(gap - 1.5));
        }

        return target;
    }

    /// <summary>Somebody on foot anywhere on the road may be in the lane a moment later, and so may one who runs towards it.</summary>
    private static double Caution(Body person) => TownPlan.Kerb + (person.Velocity.Speed > 2 ? 4.5 : 0);
}
