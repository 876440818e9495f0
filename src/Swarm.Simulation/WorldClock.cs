namespace Swarm.Simulation;

/// <summary>The time in a world. It has no timers of its own: what runs in a world is stepped.</summary>
internal sealed class WorldClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("A world has no timers; step it.");

    public void Advance(TimeSpan by) => _now += by;
}
