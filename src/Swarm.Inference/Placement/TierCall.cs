namespace Swarm.Inference;

/// <summary>What is sent to a tier.</summary>
/// <param name="CallId">Never used twice by one placement: the reply has to name it. A hedged request goes out as two calls.</param>
/// <param name="TakenAt">When the sensor took the input, UTC.</param>
/// <param name="Remaining">What was left until the deadline at the sending. The tier counts it from its receiving, so that no two clocks have to agree.</param>
public sealed record TierCall<TInput>(
    long CallId, string Task, string ModelVersion, DateTimeOffset TakenAt, TimeSpan Remaining, int PayloadBytes, TInput Input);
