namespace Swarm.Inference;

/// <summary>One question put to the tiers.</summary>
/// <param name="Id">The asker's number for it, for what it logs.</param>
/// <param name="Task">What is to be inferred, as in the model catalogue: <c>persons</c>. One <see cref="PlacementPolicy"/> serves one task.</param>
/// <param name="TakenAt">When the sensor took the input, UTC.</param>
/// <param name="Deadline">From the asking: an answer that takes this long or longer is never acted on.</param>
/// <param name="PayloadBytes">What would be sent, encoded.</param>
/// <param name="ConfidenceNeeded">From 0 to 1: a local answer at least this confident (and not empty) is never escalated.</param>
/// <param name="EmptyMayMiss">Whether an empty local answer can hide something: then it is as much in question as an uncertain one.</param>
public readonly record struct InferenceRequest(
    long Id,
    string Task,
    DateTimeOffset TakenAt,
    TimeSpan Deadline,
    int PayloadBytes,
    double ConfidenceNeeded = 1,
    bool EmptyMayMiss = true);
