using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>
/// Takes points of a frame to the ground and back, by the geometry of a pinhole over a plane.
/// <para>
/// With a = (u − centreX) / F to the right, b = (v − centreY) / F down, pitch θ and height h, the ray of a pixel goes, for each unit
/// of depth, N = cos θ − b sin θ forward, −a to the left and D = sin θ + b cos θ down. It meets the ground where D is above 0, at
/// x = h N / D forward and y = −h a / D to the left of the camera. With N² + D² = 1 + b² the derivatives are
/// ∂x/∂a = 0, ∂x/∂b = −h / D², ∂x/∂θ = −h (1 + b²) / D², ∂y/∂a = −h / D, ∂y/∂b = h a cos θ / D², ∂y/∂θ = h a N / D².
/// The covariance is J diag(σᵤ² / F², σᵥ² / F², σ_θ²) Jᵀ, to first order.
/// </para>
/// </summary>
public sealed class GroundPlane
{
    private readonly CameraLens _lens;
    private readonly CameraMount _mount;
    private readonly double _sin;
    private readonly double _cos;

    /// <exception cref="ArgumentException">A number of the calibration is impossible.</exception>
    public GroundPlane(CameraLens lens, CameraMount mount)
    {
        if (lens.FocalLength is not (> 0 and < double.PositiveInfinity) || !double.IsFinite(lens.CentreX + lens.CentreY))
            throw new ArgumentException($"{lens}: a focal length above 0 and a centre are expected, in pixels", nameof(lens));
        if (mount.Height is not (> 0 and < double.PositiveInfinity) || mount.Pitch is not (> -Math.PI / 2 and < Math.PI / 2))
            throw new ArgumentException($"{mount}: a height above 0 and a pitch between ±π/2 are expected", nameof(mount));
        if (!double.IsFinite(mount.Yaw + mount.X + mount.Y) || mount.PitchDeviation is not (>= 0 and < Math.PI))
            throw new ArgumentException($"{mount}: numbers are expected, and a deviation of at least 0", nameof(mount));
        (_lens, _mount) = (lens, mount);
        (_sin, _cos) = Math.SinCos(mount.Pitch);
    }

    /// <param name="u">Pixels from the left edge of the frame.</param>
    /// <param name="v">Pixels from the top edge of the frame.</param>
    /// <param name="deviationU">Standard deviation of <paramref name="u"/>.</param>
    /// <param name="deviationV">Standard deviation of <paramref name="v"/>.</param>
    /// <returns>In the body frame; null for a pixel on or above the horizon.</returns>
    public GroundPoint? ToGround(double u, double v, double deviationU, double deviationV)
    {
        var (a, b) = ((u - _lens.CentreX) / _lens.FocalLength, (v - _lens.CentreY) / _lens.FocalLength);
        var (n, d) = (_cos - (b * _sin), _sin + (b * _cos));
        if (d <= 0)
            return null;

        var h = _mount.Height;
        var (xb, xp) = (-h / (d * d), -h * (1 + (b * b)) / (d * d));
        var (ya, yb, yp) = (-h / d, h * a * _cos / (d * d), h * a * n / (d * d));
        var (varianceA, varianceB) = (Square(deviationU / _lens.FocalLength), Square(deviationV / _lens.FocalLength));
        var varianceP = Square(_mount.PitchDeviation);
        var covariance = new Covariance2(
            (xb * xb * varianceB) + (xp * xp * varianceP),
            (xb * yb * varianceB) + (xp * yp * varianceP),
            (ya * ya * varianceA) + (yb * yb * varianceB) + (yp * yp * varianceP));
        var position = new Pose(_mount.X, _mount.Y, _mount.Yaw).Transform(new Point2(h * n / d, -h * a / d));
        return double.IsFinite(position.X + position.Y + covariance.XX + covariance.YY) ? new GroundPoint(position, covariance.Rotate(_mount.Yaw)) : null;
    }

    /// <param name="point">On the ground, in the body frame.</param>
    /// <returns>Pixels from the left and the top edge of the frame, which may lie outside of it; null for a point behind the camera.</returns>
    public (double U, double V)? ToImage(Point2 point)
    {
        var local = new Pose(_mount.X, _mount.Y, _mount.Yaw).InverseTransform(point);
        var depth = (local.X * _cos) + (_mount.Height * _sin);
        if (depth <= 0)
            return null;
        var down = (_mount.Height * _cos) - (local.X * _sin);
        return (_lens.CentreX - (_lens.FocalLength * local.Y / depth), _lens.CentreY + (_lens.FocalLength * down / depth));
    }

    private static double Square(double value) => value * value;
}
