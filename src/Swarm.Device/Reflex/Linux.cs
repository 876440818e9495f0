using System.Runtime.InteropServices;

namespace Swarm.Device;

/// <summary>The system calls that keep a thread in time (clock_nanosleep(2), sched(7), mlockall(2), prctl(2)).</summary>
internal static partial class Linux
{
    private const int ClockMonotonic = 1;
    private const int TimerAbsolute = 1;
    private const int SchedulerFifo = 1;
    private const int LockCurrent = 1;
    private const int LockFuture = 2;
    private const int LockOnFault = 4;
    private const int SetTimerSlack = 29;

    /// <param name="time">Of CLOCK_MONOTONIC, which the stopwatch of .NET reads too, nanoseconds.</param>
    public static void SleepUntil(long time)
    {
        var until = new Time((nint)(time / 1_000_000_000), (nint)(time % 1_000_000_000));
        // A signal ends it early; the caller looks at the clock anyway.
        ClockNanoSleep(ClockMonotonic, TimerAbsolute, in until, 0);
    }

    /// <summary>Gives the calling thread precedence over every ordinary one.</summary>
    /// <returns>Null, or why not.</returns>
    public static string? UseFifo(int priority)
    {
        var parameter = new SchedulerParameter(priority);
        return SchedSetScheduler(0, SchedulerFifo, in parameter) == 0 ? null : LastError();
    }

    /// <summary>Keeps what is in memory there, and what will come, from when it is first touched.</summary>
    /// <returns>Null, or why not.</returns>
    public static string? LockMemory() => MemoryLockAll(LockCurrent | LockFuture | LockOnFault) == 0 ? null : LastError();

    /// <summary>Has the calling thread's timers end in time rather than up to 50 µs late, which is what an ordinary thread gets.</summary>
    /// <returns>Null, or why not.</returns>
    public static string? UseExactTimers() => ProcessControl(SetTimerSlack, 1, 0, 0, 0) == 0 ? null : LastError();

    private static string LastError() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ClockNanoSleep(int clock, int flags, in Time request, nint remain);

    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SchedSetScheduler(int thread, int policy, in SchedulerParameter parameter);

    [LibraryImport("libc", EntryPoint = "mlockall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int MemoryLockAll(int flags);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    /// <summary>struct timespec where time_t and long have the width of a pointer.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Time(nint Seconds, nint Nanoseconds);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct SchedulerParameter(int Priority);
}
