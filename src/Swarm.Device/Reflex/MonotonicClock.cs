using System.Diagnostics;

namespace Swarm.Device;

/// <summary>
/// The system's monotonic clock. On Linux it sleeps to an absolute time by clock_nanosleep until shortly before it, and spins for the rest; elsewhere it sleeps in
/// milliseconds and spins for more.
/// </summary>
/// <param name="spin">How long before the time it wakes up. Under SCHED_FIFO a small part of the period, or the kernel takes the processor away.</param>
public sealed class MonotonicClock(TimeSpan spin) : ITickClock
{
    private readonly long _spin = (long)spin.TotalNanoseconds;
    private readonly bool _linux = OperatingSystem.IsLinux();

    public long Now => _linux && Stopwatch.Frequency == 1_000_000_000
        ? Stopwatch.GetTimestamp()
        : (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency);

    public void SleepUntil(long time)
    {
        var wake = time - _spin;
        if (wake > Now)
        {
            if (_linux)
                Linux.SleepUntil(wake);
            else if (wake - Now > 2_000_000)
                Thread.Sleep((int)((wake - Now) / 1_000_000) - 1);
        }

        while (Now < time)
            Thread.SpinWait(1);
    }
}
