using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Cli;

/// <summary>The site that something is played through.</summary>
/// <param name="Broker">Of a running site, or null for a site of its own in this process.</param>
/// <param name="Speed">Times real speed, at most; 1 for a running site.</param>
internal sealed record SiteChoice(SiteId Site, BrokerAddress? Broker, double Speed)
{
    public const double DefaultSpeed = 10;
}
