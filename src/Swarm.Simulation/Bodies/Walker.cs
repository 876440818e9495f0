using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Somebody on foot who goes from corner to corner, keeps to the right of whom they meet, and looks before crossing.</summary>
internal sealed class Walker : Body
{
    private const double SideSpeed = 0.6;
    private const double PavementHalf = 1.6;
    private const double LookAhead = 3;
    private const double Patience = 4;
    private const double PatienceAtKerb = 25;

    private readonly Dice _dice;
    private readonly double _pace;
    private readonly double _side;
    private Journey _journey;
    private double _s;
    private double _lateral;
    private double _blocked;

    public Walker(string name, TownPlan town, int at, Dice dice)
        : base(name, ObjectClass.Pedestrian, new(0.35, 0.5, 1.7), new(town.Ways.Graph[at].X, town.Ways.Graph[at].Y, 0))
    {
        _dice = dice;
        _pace = dice.Uniform(1.0, 1.6);
        _side = dice.Uniform(-1.3, 1.3);
        _journey = Plan(town, at, avoid: null);
        _s = dice.Uniform(0, Math.Min(40, _journey.Route.Length));
        _lateral = _side;
        Appear(_journey.Route.At(_s, _lateral));
    }

    internal override void Move(World world, double dt)
    {
        _journey.Pass(Pose.Plane);
        if (_s >= _journey.Route.Length - 0.1)
            (_journey, _s, _lateral) = (Plan(world.Town, _journey.Destination, avoid: null), 0, 0);

        var (speed, lateral) = LookAround(world);
        var mayCross = MayCross(world);
        if (!mayCross)
            speed = 0;
        _blocked = speed < 0.1 ? _blocked + dt : 0;
        if (_blocked > (mayCross ? Patience : PatienceAtKerb))
        {
            (_journey, _s, _lateral, _blocked) = (Plan(world.Town, _journey.Behind, avoid: _journey.Ahead), 0, 0, 0);
            Stand();
            return;
        }

        // The place beside the way swings about in a sharp turn; one walks after it and does not jump.
        _lateral += Math.Clamp(lateral - _lateral, -SideSpeed * dt, SideSpeed * dt);
        var place = _journey.Route.At(_s, _lateral);
        var off = place.Plane - Pose.Plane;
        if (off.Length < 0.5)
            _s = Math.Min(_s + (speed * dt), _journey.Route.Length);
        var reach = 1.3 * _pace * dt;
        var step = off.Length > reach ? reach * off.Unit : off;
        MoveTo(new(Pose.X + step.X, Pose.Y + step.Y, place.Yaw), dt);
    }

    private bool MayCross(World world)
    {
        foreach (var (kerb, _, crossing) in _journey.Crossings)
            if (kerb > _s)
                return kerb - _s >= 0.5 || world.IsClear(crossing);
        return true;
    }

    /// <summary>How fast to go on and how far to the left, given who is around.</summary>
    private (double Speed, double Lateral) LookAround(World world)
    {
        var (speed, lateral) = (_pace, _side);
        var (leftTaken, rightTaken) = (false, false);
        var nearest = LookAhead;
        foreach (var other in world.Bodies)
        {
            if (other == this || other.Pose.Z > 2 || other is RoadUser || Pose.Plane.DistanceTo(other.Pose.Plane) > LookAhead)
                continue;
            var there = Pose.InverseTransform(other.Pose.Plane);
            var clearance = Radius + other.Radius;
            var comesUp = other is SimulatedDevice && other.Velocity.Speed > 0.1 ? 2 : 0;
            if (MustLetPass(other))
                speed = 0;
            if (there.X > -clearance - 0.5 - comesUp && there.X < clearance + 0.5 + comesUp && Math.Abs(there.Y) < clearance + 0.5)
            {
                leftTaken |= there.Y > 0.1;
                rightTaken |= there.Y < -0.1;
            }

            if (there.X < 0 || Math.Abs(there.Y) > clearance + 0.25)
                continue;
            if (Math.Abs(there.Y) < clearance + 0.05)
                speed = Math.Min(speed, Math.Max(0, (there.X - clearance - 0.25) / 0.6));
            if (there.X >= nearest)
                continue;
            nearest = there.X;
            var toTheRight = _lateral + there.Y - clearance - 0.3;
            lateral = toTheRight >= -PavementHalf ? toTheRight : _lateral + there.Y + clearance + 0.3;
        }

        if ((lateral > _lateral && leftTaken) || (lateral < _lateral && rightTaken))
            lateral = _lateral;
        return (speed, Math.Clamp(lateral, -PavementHalf, PavementHalf));
    }

    /// <summary>Whether a machine will soon cross close ahead, unless one already stands in its way: then one had better go on.</summary>
    private bool MustLetPass(Body other)
    {
        const double Soon = 1.5;
        if (other is not SimulatedDevice || other.Velocity.Speed < 0.1)
            return false;
        var (there, here) = (Pose.InverseTransform(other.Pose.Plane), other.Pose.InverseTransform(Pose.Plane));
        if (there.X < -0.3 || (here.X > 0 && Math.Abs(here.Y) < Radius + (other.Size.Width / 2)))
            return false;
        var stride = _pace * Plane.Direction(Pose.Yaw);
        var (apart, closing) = (other.Pose.Plane - Pose.Plane, new Point2(other.Velocity.X, other.Velocity.Y) - stride);
        var when = Math.Clamp(-apart.Dot(closing) / closing.Dot(closing), 0, Soon);
        return (apart + (when * closing)).Length < Radius + other.Radius + 0.2;
    }

    private Journey Plan(TownPlan town, int from, int? avoid)
    {
        var ways = town.Ways;
        while (true)
        {
            var to = ways.Corners[_dice.Below(ways.Corners.Count)];
            if (to == from)
                continue;
            var path = ways.Graph.Path(from, to);
            // Turning back, one first returns to the node behind.
            if (avoid is not { } blocked)
                return new(town, Pose.Plane, from, [.. path.Skip(1)], lateral: 0, radius: 1.7);
            if (path[1] != blocked)
                return new(town, Pose.Plane, behind: blocked, path, lateral: 0, radius: 1.7);
        }
    }
}
