namespace Swarm.Cli;

/// <summary>Keeps a replay to the times of its recording by the site's clock, and notes how far behind it was at worst.</summary>
internal sealed class Pace(TimeProvider clock)
{
    /// <summary>When the recording's first instant is, site time.</summary>
    public DateTimeOffset Start { get; } = clock.GetUtcNow();

    /// <summary>How late the latest instant came, site time.</summary>
    public TimeSpan Worst { get; private set; }

    /// <summary>Site time now, from the recording's first instant.</summary>
    public TimeSpan Elapsed => clock.GetUtcNow() - Start;

    /// <summary>Waits until the recording's instant <paramref name="elapsed"/>.</summary>
    /// <returns>That instant in site time.</returns>
    public async ValueTask<DateTimeOffset> ReachAsync(TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var wait = elapsed - Elapsed;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
        else if (-wait > Worst)
            Worst = -wait;
        return Start + elapsed;
    }
}
