namespace Swarm.Cli;

internal static class Quantile
{
    /// <summary>The least value that at least the share <paramref name="q"/> of the values (ascending) does not exceed; null without values.</summary>
    public static double? Of(IReadOnlyList<double> ascending, double q) =>
        ascending.Count == 0 ? null : ascending[Math.Max(0, (int)Math.Ceiling(q * ascending.Count) - 1)];
}
