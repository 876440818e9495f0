namespace Swarm.Simulation;

/// <summary>
/// Repeatable chance: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014). Every actor forks its own, so
/// that adding one leaves the others' lives as they were.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public Dice Fork() => new(Next());

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Uniform(double from, double to) => from + ((to - from) * Uniform());

    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>Standard normal (Box and Muller, 1958).</summary>
    public double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(Math.Tau * Uniform());

    /// <summary>Poisson with a small mean (Knuth, TAOCP 2, 3.4.1).</summary>
    public int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), Uniform(), 0);
        for (; product > limit; count++)
            product *= Uniform();
        return count;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
