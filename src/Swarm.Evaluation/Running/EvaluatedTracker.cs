using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>The tracker whose figures are reported.</summary>
public static class EvaluatedTracker
{
    /// <summary>
    /// The tracker's own settings, but that a track counts as seen for half a frame of a recording only: it is shown in the frames in
    /// which somebody saw it, as the labels are of what can be seen.
    /// </summary>
    public static TrackerOptions Options { get; } = new() { SeenWindow = TimeSpan.FromSeconds(0.05) };

    public static Tracker Create() => new(Options, "track");
}
