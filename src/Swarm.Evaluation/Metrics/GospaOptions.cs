namespace Swarm.Evaluation;

/// <summary>Settings of <see cref="Gospa"/>.</summary>
/// <param name="Cutoff">c, metres: what is farther apart is no pair. Twice what is missed or false costs, with an order of 1.</param>
/// <param name="Order">p, 1 or more: the higher, the worse are outliers.</param>
public readonly record struct GospaOptions(double Cutoff, double Order)
{
    /// <summary>2 m, half a car's length and less than the space between lanes, and metres as they are.</summary>
    public static GospaOptions Default { get; } = new(2, 1);

    /// <summary>What each missed and each false one adds: cᵖ / 2.</summary>
    public double Penalty => Math.Pow(Cutoff, Order) / 2;
}
