using System.Collections.Concurrent;
using Swarm.Domain;

namespace Swarm.Device;

/// <summary>
/// What was asked of the tier above and is not answered yet. An answer that nobody waits for (any more) is counted and goes no further. Thread-safe.
/// </summary>
/// <param name="post">Sends to the tier above; returns at once.</param>
public sealed class AskBook(Action<UplinkMessage> post)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InferenceAnswer>> _waiting = new(StringComparer.Ordinal);
    private long _strays;

    /// <summary>Answers that nobody waited for: too late, twice, to another's question.</summary>
    public long Strays => Interlocked.Read(ref _strays);

    /// <summary>Asks, and waits as long as it takes: when to give up is for the caller, whose cancellation is told to the tier.</summary>
    /// <exception cref="InvalidOperationException">The id of the ask is in use.</exception>
    public async Task<InferenceAnswer> AskAsync(InferenceAsk ask, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<InferenceAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.TryAdd(ask.Id, answer))
            throw new InvalidOperationException($"The ask {ask.Id} is waiting for its answer already; give each an id of its own.");
        try
        {
            post(ask);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            post(new InferenceAsk(ask.Id, ask.Task, 0, ReadOnlyMemory<byte>.Empty, Cancel: true));
            throw;
        }
        finally
        {
            _waiting.TryRemove(ask.Id, out _);
        }
    }

    /// <summary>Takes an answer that arrives.</summary>
    /// <returns>False where nobody waits for it.</returns>
    public bool Take(InferenceAnswer answer)
    {
        if (_waiting.TryRemove(answer.Id, out var waiting) && waiting.TrySetResult(answer))
            return true;
        Interlocked.Increment(ref _strays);
        return false;
    }
}
