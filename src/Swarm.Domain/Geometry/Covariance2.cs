using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>A symmetric 2×2 covariance over (x, y), in m² for a position and (m/s)² for a velocity.</summary>
[GenerateSerializer, Immutable, Alias("swarm.Covariance2")]
[method: JsonConstructor]
public readonly record struct Covariance2([property: Id(0)] double XX, [property: Id(1)] double XY, [property: Id(2)] double YY)
{
    public static Covariance2 Isotropic(double standardDeviation) =>
        new(standardDeviation * standardDeviation, 0, standardDeviation * standardDeviation);

    /// <summary>The covariance after its vector is turned by <paramref name="yaw"/> (R Σ Rᵀ).</summary>
    public Covariance2 Rotate(double yaw)
    {
        var (s, c) = Math.SinCos(yaw);
        return new(
            (c * c * XX) - (2 * s * c * XY) + (s * s * YY),
            (s * c * (XX - YY)) + (((c * c) - (s * s)) * XY),
            (s * s * XX) + (2 * s * c * XY) + (c * c * YY));
    }

    public static Covariance2 operator +(Covariance2 a, Covariance2 b) => new(a.XX + b.XX, a.XY + b.XY, a.YY + b.YY);
}
