namespace Swarm.Perception;

/// <summary>Settings of a <see cref="HazardAssessment"/>.</summary>
public sealed class HazardOptions
{
    /// <summary>How far ahead conflicts count, in seconds.</summary>
    public double Horizon { get; init; } = 5;

    /// <summary>
    /// Least probability of conflict that is reported. Under it lie people who stand or walk a metre and a half beside the way.
    /// </summary>
    public double MinimumProbability { get; init; } = 0.25;

    /// <summary>
    /// In seconds: who crosses the way of a device so shortly before it comes there conflicts with it, as neither is sure to keep its
    /// speed. The measure is the post-encroachment time (Allen, Shin and Cooper, <i>Transportation Research Record</i> 667, 1978); a
    /// conflict among drivers is one under 1.5 s, an early warning for people on foot takes more than twice that.
    /// </summary>
    public double TimeGap { get; init; } = 3.5;

    /// <summary>
    /// The speed at which a device that stands is taken to start, straight ahead, in m/s: it is told of people and animals whom it would then
    /// meet. A walking pace, which machines on pavements start with; zero leaves that out.
    /// </summary>
    public double StartSpeed { get; init; } = 1;

    /// <summary>How soon it would have to meet them, in seconds. Farther ones it is told of once it moves.</summary>
    public double StartHorizon { get; init; } = 3;

    /// <summary>As <see cref="TimeGap"/>, for a device that starts: it is slow, and can wait where it is. The conflict among drivers.</summary>
    public double StartTimeGap { get; init; } = 1.5;
}
