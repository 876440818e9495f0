using Swarm.Domain;
using Swarm.Inference;
using Swarm.Messaging;

namespace Swarm.Simulation;

/// <summary>Where a <see cref="SimulatedFleet"/> reports to.</summary>
public sealed class FleetOptions
{
    public required BrokerAddress Broker { get; init; }

    public required SiteId Site { get; init; }

    /// <summary>MQTT 3.1.1 instead of 5.</summary>
    public bool UseMqtt311 { get; init; }

    /// <summary>Whose models from outside the devices run; without a key nobody's.</summary>
    public ModelKeys ModelKeys { get; init; } = ModelKeys.None;

    /// <summary>What is wrong with each device's link, or null for nothing but what the real network does.</summary>
    public LinkFaults? Faults { get; init; }
}
