using HdrHistogram;

namespace Swarm.Benchmarks.Ingest;

/// <summary>Of a distribution of times, in milliseconds.</summary>
internal sealed record Quantiles(double P50, double P99, double P999, long Count)
{
    /// <param name="times">In microseconds.</param>
    public static Quantiles? Of(HistogramBase times) =>
        times.TotalCount == 0 ? null : new(At(times, 50), At(times, 99), At(times, 99.9), times.TotalCount);

    public override string ToString() => $"{Report.Number(P50, 1)} / {Report.Number(P99, 1)} / {Report.Number(P999, 1)}";

    private static double At(HistogramBase times, double percent) => times.GetValueAtPercentile(percent) / 1000d;
}
