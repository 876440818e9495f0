using Swarm.Device;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>A machine of the site: a body that sees, reports, and listens to the site.</summary>
public abstract class SimulatedDevice : Body
{
    private readonly List<(Eye Eye, TimeSpan Next)> _eyes = [];
    private readonly Sightline _sight = new();
    private readonly RangeScanner _scan = new();
    private bool _looked;
    private readonly TimeSpan _statePeriod;
    private TimeSpan _nextState;

    private protected SimulatedDevice(DeviceSpec spec, Pose pose, SiteLink site, Dice dice)
        : base(spec.Id.Value, spec.Kind == DeviceKind.Camera ? ObjectClass.Unknown : ObjectClass.Robot, spec.Size, pose)
    {
        (Id, Site, _statePeriod) = (spec.Id, site, spec.StatePeriod);
        Ego = new(dice.Fork(), spec.PositionError, spec.YawError);
        Factsheet = new(
            spec.Kind,
            spec.Kind == DeviceKind.Camera ? Compute.None : Compute.OnBoard,
            spec.Size,
            [.. spec.Sensors.Select(sensor => sensor.Sensor)],
            Manufacturer: "Swarm",
            Model: $"simulated {spec.Kind.ToString().ToLowerInvariant()}",
            MaxSpeed: spec.MaxSpeed);
        foreach (var sensor in spec.Sensors)
            _eyes.Add((new(sensor, dice.Fork()), dice.Uniform() * sensor.Period));
        _nextState = dice.Uniform() * _statePeriod;
        Reflex = spec.Reflex is { } profile ? new(profile) : null;
    }

    public DeviceId Id { get; }

    public Factsheet Factsheet { get; }

    /// <summary>What the device knows from its site: give it what the site sends.</summary>
    public SiteLink Site { get; }

    /// <summary>Null for what does not move by itself.</summary>
    public ReflexSlot? Reflex { get; }

    /// <summary>What it says of its models, if anything.</summary>
    internal Func<IReadOnlyDictionary<string, ModelReport>?>? Models { get; set; }

    /// <summary>Charge, 0 to 1, or null on mains.</summary>
    public double? Charge => Battery?.Charge;

    internal EgoError Ego { get; }

    /// <summary>Where the device believes it is.</summary>
    internal Pose EstimatedPose => Ego.Estimate(Pose);

    internal IEnumerable<Eye> Eyes => _eyes.Select(entry => entry.Eye);

    private protected Battery? Battery { get; init; }

    private protected bool IsCharging { get; set; }

    /// <summary>What its reflex bade last; a stop where it has none.</summary>
    public ReflexVerdict Verdict { get; private set; }

    /// <summary>Adds what the device sends at this moment.</summary>
    internal void Report(World world, List<DeviceReport> reports)
    {
        for (var i = 0; i < _eyes.Count; i++)
        {
            var (eye, next) = _eyes[i];
            if (world.Elapsed < next)
                continue;
            _eyes[i] = (eye, Next(next, eye.Model.Period, world.Elapsed));
            var frame = eye.Look(world, this, _sight);
            See(world, frame);
            reports.Add(new(this, frame));
        }

        // While it stands nobody asks its reflex, but a net in shadow has to see something.
        if (!_looked && Reflex is { State.Trial: not null })
            SpeedByReflex(world);
        _looked = false;
        if (world.Elapsed < _nextState)
            return;
        _nextState = Next(_nextState, _statePeriod, world.Elapsed);
        reports.Add(new(this, Describe(world.Time)));
    }

    /// <summary>Of what it may carry, 0 to 1.</summary>
    private protected virtual double Load => 0;

    /// <summary>Has the reflex look around and bid; what it allows, metres per second.</summary>
    private protected double SpeedByReflex(World world)
    {
        _looked = true;
        _scan.Clear();
        world.Scan(this, _scan);
        Verdict = Reflex?.Step(new(_scan.Ranges, Velocity.Speed, YawRate, Load)) ?? default;
        return Verdict.Speed;
    }

    /// <summary>The device's own perception: what it makes of what it has just seen, before anybody else knows.</summary>
    private protected virtual void See(World world, DetectionFrame frame)
    {
    }

    /// <summary>In step with what was due, but where time was skipped.</summary>
    private static TimeSpan Next(TimeSpan due, TimeSpan period, TimeSpan now) => due + period > now ? due + period : now;

    private DeviceState Describe(DateTimeOffset now)
    {
        var guidance = Site.Guidance;
        var mode = guidance.Stopped ? DeviceMode.Stopped : IsCharging ? DeviceMode.Charging : DeviceMode.Automatic;
        return new(now, EstimatedPose, Ego.Covariance, Velocity, mode, YawRate, Battery?.Charge, guidance.DesiredVersion, Models: Models?.Invoke());
    }
}
