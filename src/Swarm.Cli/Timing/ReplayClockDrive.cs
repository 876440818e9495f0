namespace Swarm.Cli;

/// <summary>
/// Advances a <see cref="ReplayClock"/> at a speed, as far as this machine keeps up: it runs on the same thread pool as the site and
/// moves the clock on by <see cref="LongestStep"/> at most each time that it gets a turn. While work is queued up it gets none, and
/// the clock stands.
/// </summary>
internal sealed class ReplayClockDrive : IAsyncDisposable
{
    /// <summary>Site time; short beside the 100 ms between frames and between ticks of fusion.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(20);

    /// <summary>As short as timers go.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    /// <param name="speed">Times real speed, at most.</param>
    public ReplayClockDrive(ReplayClock clock, double speed, TimeProvider real) => _running = RunAsync(clock, speed, real);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(ReplayClock clock, double speed, TimeProvider real)
    {
        var last = real.GetTimestamp();
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(Turn, real, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = real.GetTimestamp();
            var step = real.GetElapsedTime(last, now) * speed;
            clock.Advance(step < LongestStep ? step : LongestStep);
            last = now;
        }
    }
}
