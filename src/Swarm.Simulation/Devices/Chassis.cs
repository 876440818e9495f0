using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Takes a machine along a route with bounded acceleration and braking; it turns on the spot to face a new route.</summary>
/// <param name="acceleration">Metres per second squared.</param>
/// <param name="braking">Metres per second squared, never exceeded: nothing here stops dead.</param>
/// <param name="turning">Radians per second on the spot.</param>
internal sealed class Chassis(double acceleration, double braking, double turning)
{
    private const double BendAhead = 1.2;
    private const double MisalignedBy = 0.35;

    public Route? Route { get; private set; }

    /// <summary>Metres along the route.</summary>
    public double S { get; private set; }

    public double Speed { get; private set; }

    public bool HasArrived => Route is null || (S >= Route.Length - 0.05 && Speed < 0.05);

    public double StoppingDistance => Speed * Speed / (2 * braking);

    public void Follow(Route route) => (Route, S, Speed) = (route, 0, 0);

    public void Halt() => (Route, Speed) = (null, 0);

    /// <summary>The greatest speed from which <paramref name="distance"/> metres suffice to stop.</summary>
    public double SpeedToStopIn(double distance) => Math.Sqrt(2 * braking * Math.Max(0, distance));

    /// <summary>The pose after <paramref name="dt"/> seconds of seeking <paramref name="target"/> metres per second.</summary>
    /// <param name="reflex">Metres per second that the machine's reflex allows. It does not keep the machine from turning on the spot, away from what is before it.</param>
    public Pose Advance(Pose pose, double target, double reflex, double dt)
    {
        if (Route is null)
            return pose;
        var here = Route.At(S);
        var turn = Angle.Normalize(here.Yaw - pose.Yaw);
        if (Speed == 0 && Math.Abs(turn) > MisalignedBy)
            return target <= 0 ? pose : pose with { Yaw = Angle.Normalize(pose.Yaw + Math.Clamp(turn, -turning * dt, turning * dt)) };

        var bend = Math.Abs(Angle.Normalize(Route.At(Math.Min(S + BendAhead, Route.Length)).Yaw - here.Yaw));
        target = Math.Min(target, bend > MisalignedBy ? 0.9 : double.PositiveInfinity);
        target = Math.Min(target, reflex);
        target = Math.Min(target, SpeedToStopIn(Route.Length - S - 0.02));
        Speed = Math.Max(0, Speed + Math.Clamp(target - Speed, -braking * dt, acceleration * dt));
        S = Math.Min(S + (Speed * dt), Route.Length);
        return Route.At(S) with { Z = pose.Z };
    }
}
