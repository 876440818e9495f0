namespace Swarm.Bridge.Tests;

/// <summary>Which broker a test runs against.</summary>
public enum BrokerKind
{
    Embedded,
    Mosquitto,
}
