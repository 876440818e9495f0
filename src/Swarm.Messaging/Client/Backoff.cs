namespace Swarm.Messaging;

/// <summary>
/// How long to wait before the next attempt: doubling from a least to a most, each drawn at random from its upper half, so that
/// many clients that lost one broker do not come back in one instant.
/// </summary>
public sealed class Backoff(TimeSpan least, TimeSpan most, Random? random = null)
{
    private readonly Random _random = random ?? Random.Shared;
    private readonly TimeSpan _least = least;
    private TimeSpan _next = least;

    public TimeSpan Next()
    {
        var wait = (_next / 2) + (_next / 2 * _random.NextDouble());
        _next = _next * 2 < most ? _next * 2 : most;
        return wait;
    }

    /// <summary>Starts again from the least, after a success that lasted.</summary>
    public void Reset() => _next = _least;
}
