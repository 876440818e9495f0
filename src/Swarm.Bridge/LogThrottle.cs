namespace Swarm.Bridge;

/// <summary>Lets one of many alike through in a while, and counts the others.</summary>
internal sealed class LogThrottle(TimeSpan period, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _last;
    private int _unsaid;

    /// <param name="unsaid">How many were held back since the last one that was let through.</param>
    public bool TryEnter(out int unsaid)
    {
        lock (_gate)
        {
            unsaid = _unsaid;
            if (_last is { } last && time.GetElapsedTime(last) < period)
            {
                _unsaid++;
                return false;
            }

            _last = time.GetTimestamp();
            _unsaid = 0;
            return true;
        }
    }
}
