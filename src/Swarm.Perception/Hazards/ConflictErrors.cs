using System.Numerics;

namespace Swarm.Perception;

/// <summary>As many samples as a vector holds: the error of the relative position and velocity now, in metres and m/s, and in standard normal numbers how the other leaves its course.</summary>
internal readonly struct ConflictErrors
{
    /// <param name="sample">The first of <see cref="Vector{T}.Count"/> samples.</param>
    /// <param name="factor">Of the covariance of the relative position and velocity.</param>
    public ConflictErrors(int sample, in Cholesky4 factor)
    {
        (X, Y, Vx, Vy) = factor.Draw(
            ConflictSamples.At(sample, 0), ConflictSamples.At(sample, 1), ConflictSamples.At(sample, 2), ConflictSamples.At(sample, 3));
        (LeaveX, LeaveY) = (ConflictSamples.At(sample, 4), ConflictSamples.At(sample, 5));
    }

    public Vector<double> X { get; }

    public Vector<double> Y { get; }

    public Vector<double> Vx { get; }

    public Vector<double> Vy { get; }

    public Vector<double> LeaveX { get; }

    public Vector<double> LeaveY { get; }
}
