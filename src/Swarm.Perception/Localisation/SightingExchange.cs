namespace Swarm.Perception;

/// <summary>Who of two devices takes a sighting between them: the one that knows less. The other loses nothing but its independence.</summary>
public static class SightingExchange
{
    /// <summary>
    /// Lets one of the two fuse the sighting with what the other shares; null where it tells the one nothing new, or neither knows where
    /// it is.
    /// </summary>
    public static SightingOutcome? Apply(in DeviceSighting sighting, DeviceLocaliser observer, DeviceLocaliser observed)
    {
        var (learner, teller) = Variance(observer, sighting.Time) > Variance(observed, sighting.Time) ? (observer, observed) : (observed, observer);
        return learner.Wants(sighting) && teller.Share(sighting.Time) is { } told ? learner.Fuse(sighting, told) : null;
    }

    /// <summary>Of the position, on both axes together, m²; infinite where it is not known.</summary>
    private static double Variance(DeviceLocaliser localiser, DateTimeOffset time) =>
        localiser.At(time)?.Covariance is { } p ? p.XX + p.YY : double.PositiveInfinity;
}
