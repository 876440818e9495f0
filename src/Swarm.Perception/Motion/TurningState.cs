using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A body in a curve: a state in the plane and how fast its velocity turns, with what the two have to do with each other.</summary>
/// <param name="Plane">Position and velocity.</param>
/// <param name="Rate">Radians per second, counter-clockwise.</param>
/// <param name="Variance">Of the rate.</param>
/// <param name="Cross">Covariance of (x, y, vx, vy) with the rate.</param>
internal readonly record struct TurningState(KinematicState Plane, double Rate, double Variance, Matrix<Four, One> Cross)
{
    /// <summary>Radians: a smaller turn is none, but for its effect on the covariance.</summary>
    private const double Straight = 1e-4;

    /// <summary>
    /// The coordinated turn with a rate that is estimated too, by its linearisation (Bar-Shalom, Li, Kirubarajan 2001, section 11.7); the rate itself
    /// fades towards none as a first-order Gauss–Markov process.
    /// </summary>
    /// <param name="density">Of white acceleration beside the turn, m²/s³.</param>
    /// <param name="kept">Of the rate, 0 to 1.</param>
    /// <param name="usual">Variance that the rate fades to, rad²/s².</param>
    public TurningState Predict(double dt, double density, double kept, double usual)
    {
        var (sin, cos) = Math.SinCos(Rate * dt);
        var (along, across, dAlong, dAcross) = Way(dt, sin, cos);
        var (vx, vy) = (Plane.Vx, Plane.Vy);
        var (turnedX, turnedY) = ((cos * vx) - (sin * vy), (sin * vx) + (cos * vy));

        var transition = Matrices.Identity<Four>();
        (transition[0, 2], transition[0, 3], transition[1, 2], transition[1, 3]) = (along, -across, across, along);
        (transition[2, 2], transition[2, 3], transition[3, 2], transition[3, 3]) = (cos, -sin, sin, cos);
        var slope = Matrices.Column<Four>(
            (dAlong * vx) - (dAcross * vy), (dAcross * vx) + (dAlong * vy), -dt * turnedY, dt * turnedX);

        var moved = transition.Times(Cross);
        var between = moved.Times(slope.Transposed);
        var covariance = transition.Carry(Plane.Covariance.ToMatrix()) + between + between.Transposed + (Variance * slope.Times(slope.Transposed));
        var mean = new Point2(Plane.X + (along * vx) - (across * vy), Plane.Y + (across * vx) + (along * vy));
        // The noise alone: nothing moves any more.
        var plane = KinematicState.From(mean, new(turnedX, turnedY), covariance.ToKinematicCovariance())
            .Drift(0, 1, density * Math.Abs(dt * dt * dt) / 3, density * dt * Math.Abs(dt) / 2, density * Math.Abs(dt));
        return new(plane, kept * Rate, (kept * kept * Variance) + ((1 - (kept * kept)) * usual), kept * (moved + (Variance * slope)));
    }

    /// <summary>
    /// The same after the state in the plane alone was measured somehow: the rate follows by its regression on that state, which is exact for
    /// anything that depends on the rate through it only.
    /// </summary>
    public TurningState After(in KinematicState plane)
    {
        if (!Matrices.TryFactor(Plane.Covariance.ToMatrix(), out var factor))
            return this with { Plane = plane };
        var regression = factor.Solve(Cross);
        var step = Matrices.Column<Four>(plane.X - Plane.X, plane.Y - Plane.Y, plane.Vx - Plane.Vx, plane.Vy - Plane.Vy);
        var covariance = plane.Covariance.ToMatrix();
        var lost = Plane.Covariance.ToMatrix() - covariance;
        return new(
            plane,
            Rate + regression.Transposed.Times(step)[0, 0],
            Math.Max(0, Variance - regression.Transposed.Carry(lost)[0, 0]),
            covariance.Times(regression));
    }

    /// <summary>The integrals of cosine and sine of the turn over the time, and how they change with the rate.</summary>
    private (double Along, double Across, double DAlong, double DAcross) Way(double dt, double sin, double cos)
    {
        if (Math.Abs(Rate * dt) < Straight)
            return (dt, Rate * dt * dt / 2, 0, dt * dt / 2);
        var (along, across) = (sin / Rate, (1 - cos) / Rate);
        return (along, across, ((dt * cos) - along) / Rate, ((dt * sin) - across) / Rate);
    }
}
