namespace Swarm.Cli;

/// <summary>
/// The clock of a site in this process: faster than the real one, and never jumping. It moves when it is advanced, its timers with it;
/// <see cref="ReplayClockDrive"/> does that in small steps, so that where the machine is too slow the clock slows down
/// and the site does not fall behind.
/// </summary>
internal sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(Timer Timer, int Setting), long> _due = new();
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on; timers that fall due ring on the thread pool, as timers do.</summary>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        lock (_lock)
        {
            var now = Interlocked.Add(ref _elapsed, step.Ticks);
            while (_due.TryPeek(out var entry, out var due) && due <= now)
            {
                _due.Dequeue();
                if (entry.Setting == entry.Timer.Setting)
                    Ring(entry.Timer, due);
            }
        }
    }

    private void Ring(Timer timer, long due)
    {
        if (timer.Period > 0)
            _due.Enqueue((timer, timer.Setting), due + timer.Period);
        else
            timer.Setting++;
        ThreadPool.UnsafeQueueUserWorkItem(static rung => rung.Callback(rung.State), timer, preferLocal: false);
    }

    private bool Set(Timer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (timer.IsDisposed)
                return false;
            timer.Setting++;
            timer.Period = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
            if (dueTime != Timeout.InfiniteTimeSpan)
                _due.Enqueue((timer, timer.Setting), _elapsed + dueTime.Ticks);
        }

        if (dueTime == TimeSpan.Zero)
            Advance(TimeSpan.Zero);
        return true;
    }

    private void Remove(Timer timer)
    {
        lock (_lock)
        {
            timer.IsDisposed = true;
            timer.Setting++;
        }
    }

    /// <summary>What is mutable is guarded by the clock's lock. Entries of an earlier <see cref="Setting"/> in the queue are void.</summary>
    private sealed class Timer(ReplayClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimerCallback Callback => callback;

        public object? State => state;

        public int Setting { get; set; }

        /// <summary>Ticks; 0 for a timer that rings once.</summary>
        public long Period { get; set; }

        public bool IsDisposed { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Set(this, dueTime, period);

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
