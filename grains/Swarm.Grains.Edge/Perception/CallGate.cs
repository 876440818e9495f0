using Microsoft.Extensions.Logging;

namespace Swarm.Grains.Edge;

/// <summary>
/// Calls that a tick starts and does not wait for, one at a time for each key: whoever is slow is skipped rather than waited for, and two
/// cells that call each other cannot block one another. Failures are logged and counted here.
/// </summary>
internal sealed partial class CallGate<TKey>(string target, EdgeMetrics metrics, ILogger logger)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Task> _running = [];

    /// <summary>Starts a call unless the one before is still under way; false then.</summary>
    /// <param name="state">Handed to <paramref name="call"/>, which so needs no closure.</param>
    public bool TryStart<TState>(TKey key, TState state, Func<TState, Task> call)
    {
        if (_running.ContainsKey(key))
        {
            return false;
        }

        var running = RunAsync(key, state, call);
        if (!running.IsCompleted)
        {
            _running[key] = running;
        }

        return true;
    }

    /// <summary>Completes when all that is under way has.</summary>
    public Task DrainAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync<TState>(TKey key, TState state, Func<TState, Task> call)
    {
        try
        {
            await call(state);
        }
        catch (Exception exception)
        {
            metrics.FailedCall(target);
            LogCallFailed(exception, target, key.ToString());
        }
        finally
        {
            _running.Remove(key);
        }
    }

    [LoggerMessage(EventId = 10, EventName = "CallFailed", Level = LogLevel.Warning, Message = "A call to {Target} {Key} failed.")]
    private partial void LogCallFailed(Exception exception, string target, string? key);
}
