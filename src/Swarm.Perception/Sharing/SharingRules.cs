using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// When an object is worth sending again: the inclusion rules of the collective perception service, ETSI TS 103 324 V2.1.1, clause 6.1.2.3,
/// with the values of its annex F.
/// </summary>
internal static class SharingRules
{
    /// <summary>T_GenCpmMax: a vehicle is sent at least so often.</summary>
    public static readonly TimeSpan VehicleEvery = TimeSpan.FromSeconds(1);

    /// <summary>Half of T_GenCpmMax: everything else is, all of it together.</summary>
    public static readonly TimeSpan OthersEvery = TimeSpan.FromSeconds(0.5);

    /// <summary>minPositionChangeThreshold, metres.</summary>
    private const double Moved = 4;

    /// <summary>minGroundSpeedChangeThreshold, m/s. Who is slower has no heading that means anything: a rule of our own.</summary>
    private const double Faster = 0.5;

    /// <summary>minGroundVelocityOrientationChangeThreshold: the cosine of 4°.</summary>
    private static readonly double Turned = Math.Cos(4 * Math.PI / 180);

    /// <summary>
    /// Objects of type A: people on foot or on a bicycle, animals, and whatever is no vehicle. Small machines are no class of the standard
    /// and are among them, as what nobody could name is. Type B are vehicles.
    /// </summary>
    public static bool IsTypeA(ObjectClass objectClass) => objectClass != ObjectClass.Vehicle;

    /// <summary>Whether a vehicle has come, or goes, elsewhere than it was last sent.</summary>
    public static bool HasChanged(in SentTrack sent, Track track)
    {
        if (track.Position.Plane.DistanceTo(sent.Position) >= Moved)
            return true;

        var (speed, before) = (track.Velocity.Speed, sent.Velocity.Speed);
        if (Math.Abs(speed - before) >= Faster)
            return true;

        var dot = (track.Velocity.X * sent.Velocity.X) + (track.Velocity.Y * sent.Velocity.Y);
        return speed >= Faster && before >= Faster && dot <= Turned * speed * before;
    }
}
