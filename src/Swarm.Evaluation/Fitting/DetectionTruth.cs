namespace Swarm.Evaluation;

/// <summary>A detection and its label, or null where it is false.</summary>
internal readonly record struct DetectionTruth(RecordedDetection Detection, RecordedLabel? Label)
{
    /// <summary>
    /// Finds each detection's label: the surest detections choose first, the nearest centre in the plane up to
    /// <paramref name="maxDistance"/> metres away, and each label is taken once, so that a double is false.
    /// </summary>
    public static IEnumerable<DetectionTruth> Of(
        IEnumerable<RecordedDetection> detections, IEnumerable<RecordedLabel> labels, double maxDistance)
    {
        var free = labels.ToList();
        foreach (var detection in detections.OrderByDescending(detection => detection.Score))
        {
            var nearest = free.MinBy(label => Distance(label, detection));
            if (nearest is not null && Distance(nearest, detection) > maxDistance)
                nearest = null;
            if (nearest is not null)
                free.Remove(nearest);
            yield return new(detection, nearest);
        }
    }

    private static double Distance(RecordedLabel label, RecordedDetection detection) =>
        label.Box.Position.Plane.DistanceTo(detection.Box.Position.Plane);
}
