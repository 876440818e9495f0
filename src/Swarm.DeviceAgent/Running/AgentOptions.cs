using Swarm.Domain;
using Swarm.Inference;
using Swarm.Messaging;

namespace Swarm.DeviceAgent;

/// <summary>What the command line says.</summary>
/// <param name="UdpPort">Null for the built-in scene.</param>
/// <param name="Duration">Null for until it is stopped.</param>
/// <param name="Broker">Null for no site.</param>
/// <param name="Garbage">Megabytes a second that a thread of this program allocates, to show what that does.</param>
internal sealed record AgentOptions(
    ReflexProfile Profile,
    DeviceKind Kind,
    TimeSpan Period,
    bool Priority,
    int? UdpPort,
    TimeSpan? Duration,
    TimeSpan ReportEvery,
    BrokerAddress? Broker,
    SiteId Site,
    DeviceId Device,
    double Garbage,
    bool Json);
