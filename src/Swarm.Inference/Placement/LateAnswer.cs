using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>An answer that came after the deadline: to learn from, never to act on.</summary>
/// <param name="Loss">How wrong the local answer was by it, from 0 to 1.</param>
public readonly record struct LateAnswer<TOutput>(
    InferenceRequest Request, TOutput Local, TOutput Output, TierKind Tier, string ModelVersion, TimeSpan Latency, double Loss);
