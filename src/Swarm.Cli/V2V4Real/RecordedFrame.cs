namespace Swarm.Cli;

/// <summary>What both cars detected at one instant, and what was truly there.</summary>
/// <param name="Labels">Without the first car itself.</param>
internal sealed record RecordedFrame(
    IReadOnlyList<RecordedDetection> Ego,
    IReadOnlyList<RecordedDetection> Other,
    IReadOnlyList<RecordedLabel> Labels);
