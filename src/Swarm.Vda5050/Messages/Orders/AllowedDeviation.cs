namespace Swarm.Vda5050;

/// <summary>An ellipse around a node: half-axes in metres, and the direction of the longer one in radians (3.0: 6.6.2.1).</summary>
public sealed record AllowedDeviation
{
    public required double A { get; init; }

    public required double B { get; init; }

    public required double Theta { get; init; }

    public static AllowedDeviation Circle(double radius) => new() { A = radius, B = radius, Theta = 0 };

    /// <summary>Whether a point lies within, given from the centre in the site's frame. An axis of zero allows nothing but <paramref name="tolerance"/>.</summary>
    public bool Contains(double dx, double dy, double tolerance)
    {
        var (sin, cos) = Math.SinCos(Theta);
        var along = ((dx * cos) + (dy * sin)) / Math.Max(A, tolerance);
        var across = ((dy * cos) - (dx * sin)) / Math.Max(B, tolerance);
        return (along * along) + (across * across) <= 1;
    }
}
