using Swarm.Device;
using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>
/// A delivery wagon on the pavement. It stops for what it sees in its way, for hazards that the site tells it of, at kerbs until the
/// road is clear and for a stop command; without its site it goes at half speed.
/// </summary>
internal sealed class Wagon : SimulatedDevice
{
    /// <summary>Metres per second.</summary>
    public const double CruiseSpeed = 1.9;

    private const double Acceleration = 1.0;
    private const double Braking = 2.0;
    private const double Clearance = 0.3;
    private const double LeastPatience = 5;
    private const double MostPatience = 10;

    private readonly Errands? _errands;
    private readonly int _bay;
    private readonly Dice _dice;
    private readonly Chassis _chassis = new(Acceleration, Braking, turning: 1.3);
    private readonly OwnSight _sight = new();
    private readonly HazardWatch _hazards = new();
    private readonly KerbWatch _kerb = new();
    private Journey? _journey;
    private int _at;
    private DateTimeOffset _departure;
    private double _blocked;
    private double _patience;

    /// <param name="errands">Where to go, or null to stand and look.</param>
    /// <param name="at">The node to begin at; the wagon stands at <paramref name="pose"/>.</param>
    public Wagon(DeviceSpec spec, Pose pose, int at, Errands? errands, int bay, SiteLink site, Dice dice)
        : base(spec, pose, site, dice)
    {
        (_errands, _at, _bay, _dice) = (errands, at, bay, dice.Fork());
        Battery = new(_dice.Uniform(0.4, 1), TimeSpan.FromHours(4), TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(3));
    }

    /// <summary>What the wagon itself sees.</summary>
    public OwnSight Sight => _sight;

    private protected override double Load => IsCharging || _errands is null ? 0 : 0.5;

    internal override void Move(World world, double dt)
    {
        Ego.Drift(dt);
        if (IsCharging)
            Battery!.Fill(dt);
        else
            Battery!.Drain(_chassis.Speed > 0, dt);

        if (_journey is null && _errands is not null && world.Time >= _departure && !(IsCharging && !Battery.IsFull))
            Depart(world, _errands);
        if (_journey is { } journey)
            Drive(world, journey, dt);
        else
            Stand();
    }

    private protected override void See(World world, DetectionFrame frame) => _sight.Take(frame, Pose);

    private void Depart(World world, Errands errands)
    {
        var toBay = Battery!.IsLow && !IsCharging;
        IsCharging = false;
        var to = toBay ? _bay : errands.Next(_at, _dice);
        var path = world.Town.Ways.Graph.Path(_at, to);
        Begin(new(world.Town, Pose.Plane, _at, [.. path.Skip(1)], toBay ? -0.6 : errands.Lateral, radius: 0.6));
    }

    private void Drive(World world, Journey journey, double dt)
    {
        journey.Pass(Pose.Plane);
        var guidance = Site.Guidance;
        var cruise = Math.Min(guidance.MaxSpeed ?? double.PositiveInfinity, guidance.Lost ? CruiseSpeed / 2 : CruiseSpeed);
        var stopping = _chassis.Speed / Braking;
        var target = guidance.Stopped || _hazards.MustWait(guidance, Pose, stopping, world.Time) ? 0 : cruise;
        target = Math.Min(target, SpeedForKerb(world, journey, guidance));

        var free = _sight.FreeAhead(journey.Route, _chassis.S, Size, _chassis.Speed, reach: _chassis.StoppingDistance + 1.5);
        var reflex = SpeedByReflex(world);
        var inTheWay = free <= Clearance + 0.05 || reflex == 0;
        _blocked = inTheWay && _chassis.Speed == 0 && target > 0 ? _blocked + dt : 0;
        target = Math.Min(target, _chassis.SpeedToStopIn(free - Clearance));

        MoveTo(_chassis.Advance(Pose, target, reflex, dt), dt);
        if (_chassis.HasArrived)
            Arrive(world, journey);
        else if (_blocked > _patience)
            TurnBack(world, journey);
    }

    private double SpeedForKerb(World world, Journey journey, SiteGuidance guidance)
    {
        foreach (var (kerb, _, crossing) in journey.Crossings)
        {
            var distance = kerb - _chassis.S - (Size.Length / 2);
            if (distance < -0.2)
                continue;
            if (distance > 3)
                break;
            if (!_kerb.MayCross(crossing, _sight, guidance, world.Time))
                return _chassis.SpeedToStopIn(distance - 0.3);
        }

        return double.PositiveInfinity;
    }

    private void Arrive(World world, Journey journey)
    {
        (_at, _journey) = (journey.Destination, null);
        _chassis.Halt();
        IsCharging = _at == _bay;
        if (_errands is { } errands)
            _departure = world.Time + errands.ShortestStay + (_dice.Uniform() * (errands.LongestStay - errands.ShortestStay));
    }

    /// <summary>Gives up on a way that stays blocked and returns to the node behind, for another errand.</summary>
    private void TurnBack(World world, Journey journey)
    {
        var graph = world.Town.Ways.Graph;
        var to = _errands!.Stops.Where(stop => stop != journey.Behind && graph.Path(journey.Behind, stop)[1] != journey.Ahead).ToList();
        IReadOnlyList<int> nodes = to.Count == 0 ? [journey.Behind] : graph.Path(journey.Behind, to[_dice.Below(to.Count)]);
        Begin(new(world.Town, Pose.Plane, behind: journey.Ahead, nodes, _errands.Lateral, radius: 0.6));
    }

    private void Begin(Journey journey)
    {
        // Not the same for all, or two in each other's way would turn back at once and meet again.
        (_journey, _blocked, _patience) = (journey, 0, _dice.Uniform(LeastPatience, MostPatience));
        _chassis.Follow(journey.Route);
    }
}
