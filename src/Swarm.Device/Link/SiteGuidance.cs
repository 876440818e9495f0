using Swarm.Domain;

namespace Swarm.Device;

/// <summary>What a device has from its site at one moment.</summary>
/// <param name="Stopped">A latched stop holds the device.</param>
/// <param name="Lost">The site has been silent: its hazards and tracks are gone from here, and their absence means nothing.</param>
/// <param name="MaxSpeed">The lower of the commanded and the desired limit in metres per second, or null.</param>
/// <param name="Hazards">As last heard.</param>
/// <param name="Tracks">Nearby objects that the device did not see itself, as last heard and carried on by their velocity since.</param>
/// <param name="DesiredVersion">Of the desired state that the device holds to.</param>
public sealed record SiteGuidance(
    bool Stopped,
    bool Lost,
    double? MaxSpeed,
    IReadOnlyList<Hazard> Hazards,
    IReadOnlyList<Track> Tracks,
    long? DesiredVersion);
