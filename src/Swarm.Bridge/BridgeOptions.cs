using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>Between which site and which broker the bridge stands. Exactly one of <see cref="Broker"/> and <see cref="Embedded"/> is set.</summary>
public sealed class BridgeOptions
{
    /// <summary>The site whose topics are bridged; retained for the devices at <c>swarm/v1/{site}/_site/info</c>.</summary>
    public required SiteInfo Site { get; init; }

    /// <summary>A broker of its own process, shared by every bridge of the site: one of them at a time takes messages in, by lease.</summary>
    public BrokerAddress? Broker { get; init; }

    /// <summary>A broker in this process, which the bridge starts and stops. There can then be one bridge only.</summary>
    public EmbeddedBroker? Embedded { get; init; }

    public BridgeLimits Limits { get; init; } = new();
}
