using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// The Gaussian state (position, velocity) of a body in the plane, its 4×4 covariance kept as 2×2 blocks, and the Kalman filter of the
/// continuous white-noise acceleration model (Bar-Shalom, Li, Kirubarajan, <i>Estimation with Applications to Tracking and
/// Navigation</i>, 2001, section 6.2.2). Metres and seconds.
/// </summary>
/// <param name="PP">Covariance of the position.</param>
/// <param name="PV">Of position (rows) with velocity (columns).</param>
/// <param name="VV">Covariance of the velocity.</param>
internal readonly partial record struct KinematicState(double X, double Y, double Vx, double Vy, Matrix2 PP, Matrix2 PV, Matrix2 VV)
{
    public Point2 Position => new(X, Y);

    public Velocity Velocity => new(Vx, Vy);

    public KinematicCovariance Covariance => new(PP.A, (PP.B + PP.C) / 2, PV.A, PV.B, PP.D, PV.C, PV.D, VV.A, (VV.B + VV.C) / 2, VV.D);

    public static KinematicState From(Point2 position, Velocity velocity, KinematicCovariance p) =>
        new(position.X, position.Y, velocity.X, velocity.Y, p.Position, new Matrix2(p.XVx, p.XVy, p.YVx, p.YVy), p.Velocity);

    /// <summary>A body seen once, its velocity unknown but for a standard deviation on each axis.</summary>
    public static KinematicState Born(Point2 position, Covariance2 covariance, double velocityDeviation) =>
        new(position.X, position.Y, 0, 0, covariance, default, Covariance2.Isotropic(velocityDeviation));

    /// <summary>
    /// The state <paramref name="dt"/> seconds later, or earlier where negative, under white acceleration of spectral density
    /// <paramref name="q"/> (m²/s³).
    /// </summary>
    public KinematicState Predict(double dt, double q) =>
        Drift(dt, 1, PositionNoise(dt, q), q * dt * Math.Abs(dt) / 2, q * Math.Abs(dt));

    /// <summary>Both as one by their moments, the first with <paramref name="weight"/> and the second with the rest.</summary>
    public static KinematicState Mixture(in KinematicState first, in KinematicState second, double weight)
    {
        var rest = 1 - weight;
        var (dx, dy, dvx, dvy) = (first.X - second.X, first.Y - second.Y, first.Vx - second.Vx, first.Vy - second.Vy);
        var spread = weight * rest;
        return new(
            second.X + (weight * dx),
            second.Y + (weight * dy),
            second.Vx + (weight * dvx),
            second.Vy + (weight * dvy),
            (weight * first.PP) + (rest * second.PP) + (spread * new Matrix2(dx * dx, dx * dy, dx * dy, dy * dy)),
            (weight * first.PV) + (rest * second.PV) + (spread * new Matrix2(dx * dvx, dx * dvy, dy * dvx, dy * dvy)),
            (weight * first.VV) + (rest * second.VV) + (spread * new Matrix2(dvx * dvx, dvx * dvy, dvx * dvy, dvy * dvy)));
    }

    /// <summary>The velocity moves the position by so many seconds' way and is kept to a part, and noise is added, the same on each axis.</summary>
    /// <param name="way">Seconds.</param>
    /// <param name="kept">Of the velocity.</param>
    /// <param name="position">Noise of the position, m².</param>
    /// <param name="between">Of position with velocity, m²/s.</param>
    /// <param name="velocity">Of the velocity, m²/s².</param>
    public KinematicState Drift(double way, double kept, double position, double between, double velocity) => new(
        X + (way * Vx),
        Y + (way * Vy),
        kept * Vx,
        kept * Vy,
        PP + (way * (PV + PV.Transposed)) + (way * way * VV) + (position * Matrix2.Identity),
        (kept * (PV + (way * VV))) + (between * Matrix2.Identity),
        (kept * kept * VV) + (velocity * Matrix2.Identity));

    /// <summary>The update with a measured position at the time of the state.</summary>
    public KinematicState UpdatePosition(Point2 measured, Covariance2 noise)
    {
        var (gain, cross) = Gains(PP, PV, noise);
        var (ix, iy) = (measured.X - X, measured.Y - Y);
        var (dx, dy) = gain.Times(ix, iy);
        var (dvx, dvy) = cross.Times(ix, iy);
        var (pp, pv, vv) = Joseph(PP, PV, VV, noise, gain, cross);
        return new(X + dx, Y + dy, Vx + dvx, Vy + dvy, pp, pv, vv);
    }

    /// <summary>The update with a measured velocity at the time of the state.</summary>
    public KinematicState UpdateVelocity(Velocity measured, Covariance2 noise)
    {
        var (gain, cross) = Gains(VV, PV.Transposed, noise);
        var (ix, iy) = (measured.X - Vx, measured.Y - Vy);
        var (dvx, dvy) = gain.Times(ix, iy);
        var (dx, dy) = cross.Times(ix, iy);
        var (vv, vp, pp) = Joseph(VV, PV.Transposed, PP, noise, gain, cross);
        return new(X + dx, Y + dy, Vx + dvx, Vy + dvy, pp, vp.Transposed, vv);
    }

    /// <summary>
    /// The update with a position measured <paramref name="lag"/> seconds before the time of the state. That position is
    /// [I, -lag I] of the state but for the acceleration since, which is counted as measurement noise; its correlation with the
    /// state is left out, which errs on the side of less certainty (Bar-Shalom 2002 has the exact update).
    /// </summary>
    public KinematicState UpdateLatePosition(Point2 measured, Covariance2 noise, double lag, double q)
    {
        var manoeuvre = PositionNoise(lag, q);
        return Shift(-lag).UpdatePosition(measured, noise + new Covariance2(manoeuvre, 0, manoeuvre)).Shift(lag);
    }

    private static double PositionNoise(double dt, double q) => q * Math.Abs(dt * dt * dt) / 3;

    /// <summary>The gains on the measured block and on the other one.</summary>
    private static (Matrix2 Gain, Matrix2 Cross) Gains(Matrix2 measured, Matrix2 between, Matrix2 noise)
    {
        var inverse = (measured + noise).Inverse;
        return (measured * inverse, between.Transposed * inverse);
    }

    /// <summary>Joseph's form (I - KH) P (I - KH)ᵀ + K R Kᵀ in blocks: stays symmetric and positive definite whatever is rounded.</summary>
    private static (Matrix2 Measured, Matrix2 Between, Matrix2 Other) Joseph(
        Matrix2 measured, Matrix2 between, Matrix2 other, Matrix2 noise, Matrix2 gain, Matrix2 cross)
    {
        var rest = Matrix2.Identity - gain;
        var turned = cross * between;
        return (
            (rest.Carry(measured) + gain.Carry(noise)).Covariance,
            (rest * between) - (rest * measured * cross.Transposed) + (gain * noise * cross.Transposed),
            (other - turned - turned.Transposed + cross.Carry(measured) + cross.Carry(noise)).Covariance);
    }

    /// <summary>F P Fᵀ with F of the constant-velocity model, no noise added.</summary>
    private KinematicState Shift(double dt) => this with
    {
        X = X + (dt * Vx),
        Y = Y + (dt * Vy),
        PP = PP + (dt * (PV + PV.Transposed)) + (dt * dt * VV),
        PV = PV + (dt * VV),
    };
}
