using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>A place that may give a better answer than the local one. What changes while running is in <see cref="TierMeasure"/>.</summary>
/// <param name="Name">Names the tier in logs and metrics.</param>
/// <param name="Variants">At least one, at most <see cref="MaxVariants"/>.</param>
/// <param name="RoundTrip">Expected round trip of the link without queue and service, believed until it has been measured.</param>
/// <param name="JoulesPerBit">What the device's radio takes for one bit of payload sent towards this tier.</param>
/// <param name="MaxInFlight">Calls that may be under way to it at once: what a black-holed link can pile up.</param>
public sealed record Tier(
    TierKind Kind,
    string Name,
    IReadOnlyList<TierVariant> Variants,
    TimeSpan RoundTrip,
    double JoulesPerBit = 0,
    int MaxInFlight = 8)
{
    public const int MaxVariants = 8;

    /// <summary>Joules that the device itself spends when it asks this tier's <paramref name="variant"/> with so many bytes.</summary>
    public double DeviceJoules(int variant, int payloadBytes) =>
        (8.0 * payloadBytes * JoulesPerBit) + (Kind == TierKind.Device ? Variants[variant].JoulesPerInference : 0);
}
