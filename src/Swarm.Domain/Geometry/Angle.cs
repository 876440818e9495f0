namespace Swarm.Domain;

/// <summary>Angles in radians.</summary>
public static class Angle
{
    /// <summary>The same angle in [-π, π].</summary>
    public static double Normalize(double radians) => Math.IEEERemainder(radians, Math.Tau);
}
