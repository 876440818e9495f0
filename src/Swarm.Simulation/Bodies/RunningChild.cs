using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// A child who runs straight across the street and out between the vans onto the pavement just when a wagon passes there, sees
/// only the other side, and strolls back when all is clear.
/// </summary>
internal sealed class RunningChild : Body
{
    /// <summary>Metres per second.</summary>
    public const double RunningSpeed = 3;

    private const double StrollingSpeed = 1.3;
    private const double NorthEnd = 9.9;
    private const double SouthEnd = -9.9;

    private readonly Wagon _wagon;
    private readonly double _lateness;
    private Way _way = Way.Waiting;

    /// <param name="lateness">Seconds by which the child enters the wagon's path after a wagon at full speed would have reached it.</param>
    public RunningChild(string name, Wagon wagon, double lateness)
        : base(name, ObjectClass.Pedestrian, new(0.3, 0.35, 1.15), new(TownPlan.VanRowEnd + 0.5, SouthEnd, Math.PI / 2))
    {
        (_wagon, _lateness) = (wagon, lateness);
    }

    private enum Way
    {
        Waiting,
        Running,
        Across,
        Returning,
    }

    internal override void Move(World world, double dt)
    {
        _way = _way switch
        {
            Way.Waiting when IsTime() && IsFree(world) => Way.Running,
            Way.Running when Pose.Y >= NorthEnd => Way.Across,
            Way.Across when IsFarFromWagon() && IsFree(world) => Way.Returning,
            Way.Returning when Pose.Y <= SouthEnd => Way.Waiting,
            var same => same,
        };
        var speed = _way switch { Way.Running => RunningSpeed, Way.Returning => -StrollingSpeed, _ => 0 };
        MoveTo(Pose with { Y = Pose.Y + (speed * dt), Yaw = speed < 0 ? -Math.PI / 2 : Math.PI / 2 }, dt);
    }

    /// <summary>Whether a wagon at full speed would now arrive in time to be run into.</summary>
    private bool IsTime()
    {
        var distance = Pose.X - (Size.Width / 2) - (_wagon.Pose.X + (_wagon.Size.Length / 2));
        var run = (_wagon.Pose.Y - (_wagon.Size.Width / 2) - (Size.Length / 2) - Pose.Y) / RunningSpeed;
        var early = run - _lateness - (distance / Wagon.CruiseSpeed);
        return _wagon.Velocity.X > 0.5 && early is >= 0 and < 0.15;
    }

    private bool IsFarFromWagon() => _wagon.Velocity.X < 0 && _wagon.Pose.X < Pose.X - 8;

    /// <summary>Whether no wagon passes right in front: the child looks that far.</summary>
    private bool IsFree(World world)
    {
        foreach (var other in world.Bodies)
            if (other is Wagon { Velocity.Speed: > 0.1 } && other != _wagon && other.Pose.Plane.DistanceTo(Pose.Plane) < 5)
                return false;
        return true;
    }
}
