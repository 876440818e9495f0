using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>The tracker's settings on the water, the same for every input and scenario; chosen by hand on these recordings, docs/autoferry.md says how.</summary>
public static class FerryTracker
{
    public static TrackerOptions Options { get; } = new()
    {
        // The radar's times are 2 s late, and its scans up to 0.7 s more.
        MaxDelay = TimeSpan.FromSeconds(3),
        ClutterDensity = 1e-4,
        BearingClutterDensity = 2,
        RepeatEvidence = 1.2,
        ConfirmExistence = 0.95,
        SurvivalTime = TimeSpan.FromSeconds(60),
        // Three turns of the radar and more.
        YoungLife = TimeSpan.FromSeconds(6),
        MaxDeviation = 10,
        // Ships hold their course.
        ManoeuvreScale = 0.1,
        Register = false,
    };
}
