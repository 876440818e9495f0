using System.Numerics;

namespace Swarm.Perception;

/// <summary>
/// A fixed set of draws from the standard normal distribution in six dimensions: Roberts' low-discrepancy sequence (2018, "The
/// unreasonable effectiveness of quasirandom sequences") put through Box and Muller. Fixed, so that the same input gives the same answer.
/// </summary>
internal static class ConflictSamples
{
    /// <summary>A multiple of what a vector of any machine holds.</summary>
    public const int Count = 128;

    private const int Dimensions = 6;

    private static readonly double[] Draws = Create();

    /// <summary>One dimension of as many samples as a vector holds, the first of them <paramref name="sample"/>.</summary>
    public static Vector<double> At(int sample, int dimension) => new(Draws, (dimension * Count) + sample);

    private static double[] Create()
    {
        // The root of x⁷ = x + 1.
        var root = 1d;
        for (var i = 0; i < 64; i++)
            root = Math.Pow(1 + root, 1d / (Dimensions + 1));

        var draws = new double[Count * Dimensions];
        for (var sample = 0; sample < Count; sample++)
        {
            for (var pair = 0; pair < Dimensions; pair += 2)
            {
                var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(root, sample, pair)));
                var (sin, cos) = Math.SinCos(Math.Tau * Uniform(root, sample, pair + 1));
                (draws[(pair * Count) + sample], draws[((pair + 1) * Count) + sample]) = (radius * cos, radius * sin);
            }
        }

        return draws;
    }

    private static double Uniform(double root, int sample, int dimension)
    {
        var value = 0.5 + ((sample + 1) * Math.Pow(root, -(dimension + 1)));
        return value - Math.Floor(value);
    }
}
