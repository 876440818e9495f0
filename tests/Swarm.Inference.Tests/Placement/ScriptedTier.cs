namespace Swarm.Inference.Tests;

/// <summary>A tier that does what a test says.</summary>
internal sealed class ScriptedTier(Func<TierCall<int>, CancellationToken, Task<TierReply<int>>> script) : ITier<int, int>
{
    public List<(TierCall<int> Call, CancellationToken Token)> Calls { get; } = [];

    public Task<TierReply<int>> InferAsync(TierCall<int> call, CancellationToken cancellationToken)
    {
        Calls.Add((call, cancellationToken));
        return script(call, cancellationToken);
    }

    /// <summary>Answers after a while by the clock, whatever its token says.</summary>
    public static ScriptedTier After(TimeProvider time, TimeSpan delay, Func<TierReply<int>, TierReply<int>>? spoil = null) => new(
        (call, _) =>
        {
            var source = new TaskCompletionSource<TierReply<int>>();
            time.CreateTimer(
                _ => source.SetResult((spoil ?? (reply => reply))(Reply(call, time))), state: null, delay, Timeout.InfiniteTimeSpan);
            return source.Task;
        });

    public static ScriptedTier Silent() => new((_, _) => new TaskCompletionSource<TierReply<int>>().Task);

    public static TierReply<int> Reply(TierCall<int> call, TimeProvider time) => new(
        call.CallId, TierVerdict.Answered, call.ModelVersion, time.GetUtcNow(), TimeSpan.Zero, TimeSpan.Zero, 0.9, call.Input + 100);
}
