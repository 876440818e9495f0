namespace Swarm.Cli;

/// <summary>A clock that goes as far as it is told; timers ring on the thread that moves it, each at its own time. For one thread.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(Timer Timer, int Setting), (long Due, long Order)> _due = new();
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Now => TimeSpan.FromTicks(_now);

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(_now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
            throw new NotSupportedException("Only timers that ring once.");
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Does something later.</summary>
    public void After(TimeSpan delay, Action action) => CreateTimer(static act => ((Action)act!)(), action, delay, Timeout.InfiniteTimeSpan);

    public void AdvanceTo(TimeSpan time)
    {
        while (_due.TryPeek(out var entry, out var key) && key.Due <= time.Ticks)
        {
            _due.Dequeue();
            if (entry.Setting != entry.Timer.Setting)
                continue;
            _now = Math.Max(_now, key.Due);
            entry.Timer.Setting++;
            entry.Timer.Ring();
        }

        _now = Math.Max(_now, time.Ticks);
    }

    /// <summary>An entry of the queue that was made under an earlier <see cref="Setting"/> is void.</summary>
    private sealed class Timer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
    {
        public int Setting { get; set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Setting++;
            if (dueTime != Timeout.InfiniteTimeSpan)
                time._due.Enqueue((this, Setting), (time._now + dueTime.Ticks, time._order++));
            return true;
        }

        public void Dispose() => Setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
