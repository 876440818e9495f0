using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Swarm.Benchmarks.Tracking;

/// <summary>The processor time of the calling thread: what others do on the machine is not in it, but for what it does to the caches.</summary>
internal static class ThreadTime
{
    private const int ThreadCpuTime = 3;

    /// <summary>Since some moment; where the system does not say, the time that has passed.</summary>
    public static TimeSpan Now() => OperatingSystem.IsLinux() && Clock(ThreadCpuTime, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Clock(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
