using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>An answer to act on, and where it is from.</summary>
/// <param name="Tier">Where it was found.</param>
/// <param name="ModelVersion">By which model.</param>
/// <param name="Latency">Since the asking. What came from a tier is always within the deadline.</param>
/// <param name="Joules">What the device has spent on it, answers asked for in vain counted in: inference on board and sending.</param>
/// <param name="Decision">Why it was escalated or not, with the figures.</param>
/// <param name="Refusal">Why the last reply that could not be used was not.</param>
public readonly record struct Answer<TOutput>(
    TOutput Output,
    TierKind Tier,
    string ModelVersion,
    TimeSpan Latency,
    double Joules,
    AnswerOutcome Outcome,
    PlacementDecision Decision,
    ReplyRefusal Refusal);
