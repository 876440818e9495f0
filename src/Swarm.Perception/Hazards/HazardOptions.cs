namespace Swarm.Perception;

/// <summary>Settings of a <see cref="HazardAssessment"/>.</summary>
public sealed class HazardOptions
{
    /// <summary>How far ahead conflicts count, in seconds.</summary>
    public double Horizon { get; init; } = 5;

    /// <summary>Least probability of conflict that is reported.</summary>
    public double MinimumProbability { get; init; } = 0.1;
}
