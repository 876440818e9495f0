namespace Swarm.Perception;

/// <summary>
/// An estimate whose error is the sum of two: one that is independent of every other estimate's error, and one whose correlation with
/// others is unknown. Both are bounded by a covariance (Julier and Uhlmann, "General Decentralized Data Fusion with Covariance
/// Intersection", in <i>Handbook of Multisensor Data Fusion</i>, 2001, section 12.5).
/// </summary>
public readonly struct SplitEstimate<TSize>(in Matrix<TSize, One> mean, in Matrix<TSize, TSize> independent, in Matrix<TSize, TSize> correlated)
    where TSize : struct, IDimension
{
    public Matrix<TSize, One> Mean { get; } = mean;

    public Matrix<TSize, TSize> Independent { get; } = independent;

    public Matrix<TSize, TSize> Correlated { get; } = correlated;

    public Matrix<TSize, TSize> Covariance => Independent + Correlated;

    /// <summary>
    /// The same estimate once somebody else has it: whoever fuses it carries its error on, so nothing of that is independent any more.
    /// </summary>
    public SplitEstimate<TSize> Shared() => new(Mean, default, Covariance);
}
