using Swarm.Device;
using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A drone that flies rounds above the roofs, looks down, and lands to charge.</summary>
internal sealed class Drone : SimulatedDevice
{
    /// <summary>Metres per second.</summary>
    public const double CruiseSpeed = 4;

    /// <summary>Metres above the ground.</summary>
    public const double Altitude = 18;

    private const double ClimbSpeed = 1.5;

    private readonly IReadOnlyList<Point2> _round;
    private readonly Point2 _pad;
    private readonly Chassis _chassis = new(acceleration: 1.2, braking: 1.5, turning: 1.5);
    private bool _homeward;

    /// <param name="round">Corners of the round, the first one again at its end.</param>
    public Drone(DeviceSpec spec, IReadOnlyList<Point2> round, Point2 pad, SiteLink site, Dice dice)
        : base(spec, new(round[0].X, round[0].Y, 0, Altitude), site, dice)
    {
        (_round, _pad) = (round, pad);
        Battery = new(dice.Uniform(0.5, 1), TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(1.5));
        _chassis.Follow(Route.Through(round, radius: 6));
    }

    internal override void Move(World world, double dt)
    {
        Ego.Drift(dt);
        if (IsCharging)
            Battery!.Fill(dt);
        else
            Battery!.Drain(moving: true, dt);

        var guidance = Site.Guidance;
        var cruise = guidance.Stopped ? 0 : Math.Min(guidance.MaxSpeed ?? CruiseSpeed, guidance.Lost ? CruiseSpeed / 2 : CruiseSpeed);
        if (_chassis.HasArrived)
            Turn(cruise, dt);
        else if (Pose.Z < Altitude)
            Climb(cruise > 0 ? ClimbSpeed : 0, dt);
        else
            MoveTo(_chassis.Advance(Pose, cruise, SpeedByReflex(world), dt), dt);
    }

    /// <summary>At the end of a round begins the next or goes home; at home lands, charges and leaves.</summary>
    private void Turn(double cruise, double dt)
    {
        if (!_homeward)
        {
            _homeward = Battery!.IsLow;
            _chassis.Follow(_homeward ? Route.Through([Pose.Plane, _pad], radius: 0) : Route.Through(_round, radius: 6));
        }
        else if (Pose.Z > 0 && !IsCharging)
        {
            Climb(cruise > 0 ? -ClimbSpeed : 0, dt);
            IsCharging = Pose.Z == 0;
            return;
        }
        else if (Battery!.IsFull)
        {
            (_homeward, IsCharging) = (false, false);
            _chassis.Follow(Route.Through([Pose.Plane, _round[0]], radius: 0));
        }

        Stand();
    }

    private void Climb(double speed, double dt) => MoveTo(Pose with { Z = Math.Clamp(Pose.Z + (speed * dt), 0, Altitude) }, dt);
}
