namespace Swarm.Evaluation;

/// <summary>The labels of V2V4Real as truth: everything that either car sees, the first car itself among it.</summary>
public static class V2V4RealTruth
{
    public static SequenceTruth Of(Recording recording) =>
        new(recording.Sequence, [.. recording.Frames.Select(frame => new TruthFrame(
            [.. frame.Labels.Concat(frame.OwnLabels).Select(label => new TruthBox(label.Object, label.Box.ToColumns()))], DontCare: []))]);
}
