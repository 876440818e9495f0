namespace Swarm.Evaluation;

/// <summary>
/// The average of normalised estimation errors squared, and the band in which it lies 19 times in 20 if the covariances are right: the sum
/// of n independent ones is chi-square with n d degrees of freedom (Bar-Shalom, Li, Kirubarajan, <i>Estimation with Applications to
/// Tracking and Navigation</i>, 2001, section 5.4.2). Neighbours in time are no independent samples, so n is the effective number.
/// </summary>
/// <param name="Degrees">Of freedom of one error: 3 for a pose, 2 for a position. The average where the covariances are right.</param>
/// <param name="Effective">How many independent samples these are worth.</param>
/// <param name="Below95">The part of the errors below the 95 % quantile of one: over 0.95 where the covariances are large enough.</param>
public sealed record NeesAverage(double Mean, int Degrees, int Samples, double Effective, double Below95)
{
    public double Low => ChiSquare.Lower025(Degrees * Effective) / Effective;

    public double High => ChiSquare.Upper975(Degrees * Effective) / Effective;

    public bool IsInside => Mean >= Low && Mean <= High;

    /// <param name="series">Of each device, at equal intervals. Devices count as independent, which makes the band narrower, not wider.</param>
    public static NeesAverage Of(int degrees, params IReadOnlyList<IReadOnlyList<double>> series)
    {
        var samples = series.Sum(one => one.Count);
        var limit = ChiSquare.Upper95(degrees);
        return new(
            samples > 0 ? series.Sum(one => one.Sum()) / samples : double.NaN,
            degrees,
            samples,
            series.Sum(EffectiveSamples.Of),
            samples > 0 ? series.Sum(one => one.Count(nees => nees < limit)) / (double)samples : double.NaN);
    }
}
