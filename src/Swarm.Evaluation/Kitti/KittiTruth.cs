namespace Swarm.Evaluation;

/// <summary>The labels of KITTI as truth, by the rules of its tracking evaluation.</summary>
internal static class KittiTruth
{
    /// <summary>An object of which anything is cut off by the border of the image is ignored.</summary>
    private const int MaxTruncated = 0;

    /// <summary>An object of which next to nothing is seen is ignored.</summary>
    private const int MaxOccluded = 2;

    public static SequenceTruth Of(KittiSequence sequence, KittiCategory category) =>
        new(sequence.Name, [.. Enumerable.Range(0, sequence.Frames).Select(frame => Frame(sequence.Labels[frame], category))]);

    private static TruthFrame Frame(IEnumerable<KittiLabel> labels, KittiCategory category)
    {
        var boxes = new List<TruthBox>();
        var dontCare = new List<ImageBox>();
        foreach (var label in labels)
        {
            if (label.Type == KittiLabel.DontCare)
                dontCare.Add(label.Image);
            else if (label.Type == category.Type || label.Type == category.Neighbour)
                boxes.Add(new(label.Object, label.Box, IsIgnored(label, category)));
        }

        return new(boxes, dontCare);
    }

    private static bool IsIgnored(KittiLabel label, KittiCategory category) =>
        label.Type == category.Neighbour || label.Truncated > MaxTruncated || label.Occluded > MaxOccluded;
}
