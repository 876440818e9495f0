namespace Swarm.Vda5050;

/// <summary>What of the vehicle has to stay within a corridor.</summary>
public enum CorridorReferencePoint
{
    KinematicCenter,
    Contour,
}
