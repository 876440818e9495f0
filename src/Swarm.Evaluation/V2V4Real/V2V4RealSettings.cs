using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>How V2V4Real is tracked. Every number was chosen on <c>train</c>.</summary>
public static class V2V4RealSettings
{
    /// <remarks>
    /// <para>
    /// The site frame is the first car's moving frame, without its motion: its turns, its braking and its pitching are those of everything
    /// around it (<c>ManoeuvreScale</c>, <c>SpeedScale</c>, <c>HeightDensity</c>), and speeds in it say nothing of clocks.
    /// </para>
    /// <para>
    /// The cars' pictures are not laid on one another. Labels of what only the second car sees were placed with its own uncorrected pose: a
    /// tracker that corrects it is right about the street and wrong by the labels.
    /// </para>
    /// <para>
    /// Scores are probabilities, so that a repetition says little of itself (<c>RepeatEvidence</c>). A track lives on for half a second on
    /// average where nobody sees it, and is shown while it likelier exists than not.
    /// </para>
    /// </remarks>
    public static TrackerSettings Tracker { get; } = new(
        new TrackerOptions
        {
            Register = false,
            ClockDeviation = 0,
            SpeedScale = 2,
            ManoeuvreScale = 20,
            HeightDensity = 2.5,
            RepeatEvidence = 0.5,
            SurvivalTime = TimeSpan.FromSeconds(0.5),
            DropExistence = 0.05,
            SeenWindow = Recording.FrameInterval / 2,
        },
        CoastExistence: 0.5);
}
