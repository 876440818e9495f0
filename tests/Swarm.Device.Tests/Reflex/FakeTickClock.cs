namespace Swarm.Device.Tests;

/// <summary>A clock that is moved by whoever sleeps on it, and by what each tick is said to take.</summary>
internal sealed class FakeTickClock : ITickClock
{
    /// <summary>Nanoseconds; called with the time that somebody wakes up at, before they do.</summary>
    public Action<long>? Waking { get; set; }

    public long Now { get; set; } = 1_000_000;

    public void SleepUntil(long time)
    {
        if (time > Now)
            Now = time;
        Waking?.Invoke(Now);
    }
}
