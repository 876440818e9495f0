namespace Swarm.Benchmarks.Cells;

/// <summary>Of many ticks, in milliseconds.</summary>
internal sealed record TickTimes(int Count, double P50, double P99, double Most)
{
    public static TickTimes Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new(sorted.Length, At(sorted, 0.5), At(sorted, 0.99), sorted[^1]);
    }

    public override string ToString() => $"{Report.Number(P50, 2)} / {Report.Number(P99, 2)} / {Report.Number(Most, 2)}";

    private static double At(double[] sorted, double quantile) => sorted[(int)(quantile * (sorted.Length - 1))];
}
