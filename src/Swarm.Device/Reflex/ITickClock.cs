namespace Swarm.Device;

/// <summary>The time of the reflex's thread: monotonic, nanoseconds, and a sleep that ends in time.</summary>
public interface ITickClock
{
    /// <summary>Nanoseconds since some moment, above 0.</summary>
    long Now { get; }

    /// <summary>Returns at that time, or at once where it is past. Allocates nothing.</summary>
    void SleepUntil(long time);
}
