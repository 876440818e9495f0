using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>How KITTI is tracked.</summary>
public static class KittiSettings
{
    public static TrackerSettings Tracker { get; } = new(
        new TrackerOptions { SeenWindow = KittiSequence.FrameInterval / 2 },
        CoastExistence: 1);
}
