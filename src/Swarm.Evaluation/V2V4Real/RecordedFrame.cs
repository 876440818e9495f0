namespace Swarm.Evaluation;

/// <summary>What both cars detected at one instant, and what was truly there.</summary>
/// <param name="Labels">Without the first car itself.</param>
/// <param name="OwnLabels">Of the first car itself: one, or none where the second car does not see it.</param>
public sealed record RecordedFrame(
    IReadOnlyList<RecordedDetection> Ego,
    IReadOnlyList<RecordedDetection> Other,
    IReadOnlyList<RecordedLabel> Labels,
    IReadOnlyList<RecordedLabel> OwnLabels);
