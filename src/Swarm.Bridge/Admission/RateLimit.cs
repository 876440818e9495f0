namespace Swarm.Bridge;

/// <summary>
/// Spaces calls out to so many a second, with a second's worth at once where it was quiet before: the generic cell rate algorithm
/// (ITU-T I.371, annex A), where the theoretical arrival time of the next call moves on by one interval for each.
/// </summary>
internal sealed class RateLimit(int perSecond, TimeProvider time)
{
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1) / perSecond;
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Waits for the turn.</summary>
    /// <returns>False, at once, where the wait would be longer than <paramref name="most"/>.</returns>
    public async ValueTask<bool> WaitAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start);
            var next = _next > now ? _next : now;
            wait = next - now - Burst;
            if (wait > most)
                return false;

            _next = next + _interval;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);

        return true;
    }
}
