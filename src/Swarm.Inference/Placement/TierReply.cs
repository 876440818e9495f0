namespace Swarm.Inference;

/// <summary>What a tier answers.</summary>
/// <param name="CallId">That of the call.</param>
/// <param name="ModelVersion">The model that answered.</param>
/// <param name="AnsweredAt">By the tier's clock, UTC.</param>
/// <param name="Queue">How long the call waited at the tier.</param>
/// <param name="Service">How long the inference took.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Output">Expected with <see cref="TierVerdict.Answered"/> alone.</param>
public sealed record TierReply<TOutput>(
    long CallId,
    TierVerdict Verdict,
    string ModelVersion,
    DateTimeOffset AnsweredAt,
    TimeSpan Queue,
    TimeSpan Service,
    double Confidence,
    TOutput? Output);
