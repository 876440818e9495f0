using System.Diagnostics;

namespace Swarm.Benchmarks;

/// <summary>What this process has used up to one moment.</summary>
/// <param name="AllocatedBytes">On the managed heap, since the process began.</param>
internal readonly record struct Usage(TimeSpan Cpu, long AllocatedBytes, long Timestamp)
{
    public static Usage Now()
    {
        using var self = Process.GetCurrentProcess();
        return new Usage(self.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: false), Stopwatch.GetTimestamp());
    }

    public static Usage operator -(Usage later, Usage earlier) => new(
        later.Cpu - earlier.Cpu, later.AllocatedBytes - earlier.AllocatedBytes, later.Timestamp - earlier.Timestamp);

    /// <summary>Of a difference.</summary>
    public double Seconds => (double)Timestamp / Stopwatch.Frequency;
}
