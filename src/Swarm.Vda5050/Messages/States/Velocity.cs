namespace Swarm.Vda5050;

/// <summary>m/s and rad/s in the vehicle's own frame (x forward, y left).</summary>
public sealed record Velocity
{
    public double? Vx { get; init; }

    public double? Vy { get; init; }

    public double? Omega { get; init; }
}
