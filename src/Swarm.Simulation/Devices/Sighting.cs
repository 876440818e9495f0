using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Something that a machine saw by itself.</summary>
/// <param name="Position">Site frame as far as the machine's odometry goes, which over a second is exact.</param>
/// <param name="Velocity">Estimated from look to look, metres per second.</param>
/// <param name="Looks">How many looks the velocity is estimated from.</param>
/// <param name="Time">When it was seen last.</param>
internal readonly record struct Sighting(Point2 Position, Point2 Velocity, double Radius, ObjectClass Class, int Looks, DateTimeOffset Time)
{
    /// <summary>Whether it is one that keeps to the road.</summary>
    public bool IsTraffic => Class is ObjectClass.Vehicle or ObjectClass.Cyclist;
}
