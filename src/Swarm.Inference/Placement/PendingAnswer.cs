namespace Swarm.Inference;

/// <summary>The local answer, and the best one there is by the deadline.</summary>
/// <param name="Local">There at once: act on it now.</param>
/// <param name="Final">
/// Ends by the deadline, at the latest, with the better answer or else the local one. Never fails, and is ended already where nobody else was asked. To be awaited once.
/// </param>
public readonly record struct PendingAnswer<TOutput>(Answer<TOutput> Local, ValueTask<Answer<TOutput>> Final);
