namespace Swarm.Device;

/// <summary>What the system grants a thread that must be in time.</summary>
/// <param name="Priority">It runs before every ordinary thread.</param>
/// <param name="MemoryLocked">Its memory is not paged out.</param>
/// <param name="Lines">One for each thing asked for: what came of it, and where it was refused, what to do.</param>
public sealed record RealTime(bool Priority, bool MemoryLocked, IReadOnlyList<string> Lines)
{
    /// <summary>Above what the kernel runs its interrupt threads with, 50, none of which the reflex waits for.</summary>
    private const int FifoPriority = 60;

    /// <summary>Asks for the calling thread; call on the thread that runs the reflex.</summary>
    /// <param name="priority">False to leave the thread among the ordinary ones.</param>
    public static RealTime Prepare(bool priority)
    {
        if (!OperatingSystem.IsLinux())
            return new(false, false, ["priority, memory lock and exact timers: not on this system; ticks may be late by a few milliseconds"]);

        var (fifo, locked) = priority ? (Linux.UseFifo(FifoPriority), Linux.LockMemory()) : ("", "");
        List<string> lines = [fifo switch
        {
            null => $"priority: SCHED_FIFO {FifoPriority}",
            "" => "priority: none, as asked",
            _ => $"priority: none ({fifo}); give the program CAP_SYS_NICE or a limit rtprio of {FifoPriority}",
        }];
        lines.Add(locked switch
        {
            null => "memory: locked",
            "" => "memory: not locked, as asked",
            _ => $"memory: not locked ({locked}); give the program CAP_IPC_LOCK or a higher limit memlock",
        });
        if (Linux.UseExactTimers() is { } inexact)
            lines.Add($"timers: may be up to 50 µs late ({inexact})");
        return new(fifo is null, locked is null, lines);
    }
}
