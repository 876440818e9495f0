namespace Swarm.Inference;

/// <summary>The way to a tier: MQTT request and response, a grain, another process.</summary>
public interface ITier<TInput, TOutput>
{
    /// <summary>
    /// Asks, and returns what came back, unchecked. May throw, never return, or return nonsense: the placement bears it. When <paramref name="cancellationToken"/> is
    /// cancelled nobody waits any more, and the tier is to be told so if it can be.
    /// </summary>
    Task<TierReply<TOutput>> InferAsync(TierCall<TInput> call, CancellationToken cancellationToken);
}
