using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>A tier in simulated time: how long it takes and what it does is asked for each call.</summary>
/// <param name="next">The time to the reply; null for a call that is never answered.</param>
/// <param name="answer">What comes back; may throw.</param>
internal sealed class SimulatedTier<TOutput>(
    SimulatedTime time, Func<TimeSpan?> next, Func<TierCall<int>, TierReply<TOutput>> answer) : ITier<int, TOutput>
{
    public long Calls { get; private set; }

    public Task<TierReply<TOutput>> InferAsync(TierCall<int> call, CancellationToken cancellationToken)
    {
        Calls++;
        var source = new TaskCompletionSource<TierReply<TOutput>>();
        if (next() is { } delay)
            time.After(delay, () => Reply(call, source));
        return source.Task;
    }

    private void Reply(TierCall<int> call, TaskCompletionSource<TierReply<TOutput>> source)
    {
        try
        {
            source.TrySetResult(answer(call));
        }
        catch (IOException failure)
        {
            source.TrySetException(failure);
        }
    }
}
