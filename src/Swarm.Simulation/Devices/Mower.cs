using Swarm.Device;
using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A mower that goes over its lawn strip by strip, stops for what it sees before it, and charges at the lawn's corner.</summary>
internal sealed class Mower : SimulatedDevice
{
    /// <summary>Metres per second.</summary>
    public const double CruiseSpeed = 0.6;

    private const double StripWidth = 2;

    private readonly Route _strips;
    private readonly Chassis _chassis = new(acceleration: 0.5, braking: 1.5, turning: 0.8);
    private readonly OwnSight _sight = new();
    private readonly HazardWatch _hazards = new();
    private bool _home = true;

    public Mower(DeviceSpec spec, Rectangle lawn, SiteLink site, Dice dice)
        : base(spec, new(lawn.West + 1, lawn.South + 1, 0), site, dice)
    {
        _strips = Route.Through([.. Strips(lawn.Grow(-1))], radius: StripWidth / 2);
        Battery = new(dice.Uniform(0.5, 1), TimeSpan.FromHours(4), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(3));
    }

    internal override void Move(World world, double dt)
    {
        Ego.Drift(dt);
        IsCharging = _home && _chassis.HasArrived && !Battery!.IsFull;
        if (IsCharging)
            Battery!.Fill(dt);
        else
            Battery!.Drain(_chassis.Speed > 0, dt);

        if (IsCharging || _chassis.HasArrived)
        {
            if (!IsCharging)
                Turn();
            Stand();
            return;
        }

        var guidance = Site.Guidance;
        var cruise = Math.Min(guidance.MaxSpeed ?? double.PositiveInfinity, guidance.Lost ? CruiseSpeed / 2 : CruiseSpeed);
        var stopping = _chassis.Speed / 1.5;
        var target = guidance.Stopped || _hazards.MustWait(guidance, Pose, stopping, world.Time) ? 0 : cruise;
        var free = _sight.FreeAhead(_chassis.Route!, _chassis.S, Size, _chassis.Speed, reach: 1.5);
        MoveTo(_chassis.Advance(Pose, Math.Min(target, _chassis.SpeedToStopIn(free - 0.3)), SpeedByReflex(world), dt), dt);
    }

    private protected override void See(World world, DetectionFrame frame) => _sight.Take(frame, Pose);

    /// <summary>From home over the strips, from their end back home.</summary>
    private void Turn()
    {
        var home = _strips.PointAt(0);
        _chassis.Follow(_home ? _strips : Route.Through([Pose.Plane, home], radius: 0));
        _home = !_home;
    }

    private static IEnumerable<Point2> Strips(Rectangle lawn)
    {
        var eastward = true;
        for (var y = lawn.South; y <= lawn.North; y += StripWidth, eastward = !eastward)
        {
            yield return new(eastward ? lawn.West : lawn.East, y);
            yield return new(eastward ? lawn.East : lawn.West, y);
        }
    }
}
