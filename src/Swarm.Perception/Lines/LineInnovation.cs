namespace Swarm.Perception;

/// <summary>How a measured number differs from what a state foretells.</summary>
/// <param name="Hx">By how much it changes with the position's x, per metre.</param>
/// <param name="Hy">The same for y.</param>
/// <param name="Difference">Measured less foretold.</param>
/// <param name="Noise">Variance of the measurement.</param>
/// <param name="Spread">Variance of what is foretold.</param>
internal readonly record struct LineInnovation(double Hx, double Hy, double Difference, double Noise, double Spread)
{
    public double SquaredDistance => Difference * Difference / (Noise + Spread);

    /// <summary>Of the difference, per radian or metre.</summary>
    public double Density => Math.Exp(-0.5 * SquaredDistance) / Math.Sqrt(Math.Tau * (Noise + Spread));
}
