namespace Swarm.Device;

/// <summary>What one exchange with the site's clock said.</summary>
/// <param name="Offset">Site time minus the device's own time.</param>
/// <param name="RoundTrip">
/// Time spent on the way, both directions. The true offset is within half of it, however the delay is shared between the two.
/// </param>
public readonly record struct TimeEstimate(TimeSpan Offset, TimeSpan RoundTrip)
{
    public TimeSpan MaxError => RoundTrip / 2;
}
