using CsCheck;

namespace Swarm.Perception.Tests.Estimation;

/// <summary>Random covariances G Gᵀ, with a little on the diagonal to stay clear of singular ones.</summary>
internal static class Covariances
{
    public static readonly Gen<Matrix<Two, Two>> Two = Of<Two>();
    public static readonly Gen<Matrix<Three, Three>> Three = Of<Three>();
    public static readonly Gen<Matrix<Four, Four>> Four = Of<Four>();

    /// <summary>Whether <paramref name="bound"/> less <paramref name="covariance"/> has no negative eigenvalue but for rounding.</summary>
    public static bool Covers<TSize>(this in Matrix<TSize, TSize> bound, in Matrix<TSize, TSize> covariance)
        where TSize : struct, IDimension
    {
        var slack = 1e-9 * (1 + Matrices.Trace(bound));
        return Matrices.TryFactor(bound - covariance + (slack * Matrices.Identity<TSize>()), out _);
    }

    public static double LogDeterminant<TSize>(this in Matrix<TSize, TSize> covariance)
        where TSize : struct, IDimension
    {
        Assert.True(Matrices.TryFactor(covariance, out var factor), "a covariance that is not positive definite");
        return factor.LogDeterminant;
    }

    private static Gen<Matrix<TSize, TSize>> Of<TSize>()
        where TSize : struct, IDimension =>
        Gen.Double[-3, 3].Array[TSize.Count * TSize.Count].Select(items =>
        {
            var factor = default(Matrix<TSize, TSize>);
            for (var i = 0; i < items.Length; i++)
                factor[i / TSize.Count, i % TSize.Count] = items[i];
            return factor.Carry(Matrices.Identity<TSize>()) + (1e-3 * Matrices.Identity<TSize>());
        });
}
