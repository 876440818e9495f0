namespace Swarm.Perception;

internal readonly partial record struct KinematicState
{
    /// <summary>
    /// The update with one measured number that depends on the position alone, at the time of the state: P − P Hᵀ H P / s, which stays
    /// symmetric as it is computed and positive definite as the noise is bounded from below.
    /// </summary>
    public KinematicState UpdateLine(in LineInnovation seen)
    {
        var (px, py) = PP.Times(seen.Hx, seen.Hy);
        var (vx, vy) = PV.Transposed.Times(seen.Hx, seen.Hy);
        var s = seen.Noise + (seen.Hx * px) + (seen.Hy * py);
        var step = seen.Difference / s;
        return new(
            X + (px * step),
            Y + (py * step),
            Vx + (vx * step),
            Vy + (vy * step),
            PP - (1 / s * new Matrix2(px * px, px * py, px * py, py * py)),
            PV - (1 / s * new Matrix2(px * vx, px * vy, py * vx, py * vy)),
            VV - (1 / s * new Matrix2(vx * vx, vx * vy, vx * vy, vy * vy)));
    }

    /// <summary>The state moved back or forth in time without noise, to be moved back again after an update.</summary>
    public KinematicState Moved(double dt) => Shift(dt);
}
