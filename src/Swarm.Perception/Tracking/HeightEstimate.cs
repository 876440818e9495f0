namespace Swarm.Perception;

/// <summary>A scalar Kalman filter of an object's height, which wanders slowly: metres, m².</summary>
internal readonly record struct HeightEstimate(double Z, double Variance, DateTimeOffset Time)
{
    /// <param name="density">Of the random walk since the last measurement, m²/s.</param>
    public HeightEstimate Take(double z, double variance, DateTimeOffset time, double density)
    {
        var prior = Variance + (density * Math.Max(0, (time - Time).TotalSeconds));
        var gain = prior / (prior + variance);
        return new(Z + (gain * (z - Z)), prior * (1 - gain), time > Time ? time : Time);
    }
}
