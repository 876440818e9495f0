using System.Net;
using Swarm.Domain;
using Swarm.EdgeSilo.Store;
using Swarm.Messaging;

namespace Swarm.EdgeSilo;

/// <summary>What the command line asked for.</summary>
internal sealed record EdgeSiloOptions
{
    public required SiteInfo Site { get; init; }

    /// <summary>Whether a simulated fleet runs too.</summary>
    public bool Demo { get; init; }

    /// <summary>Where the page and the HTTP API listen.</summary>
    public required IPAddress HttpAddress { get; init; }

    /// <summary>0 for any free one.</summary>
    public int HttpPort { get; init; }

    /// <summary>Of the embedded broker; 0 for any free one.</summary>
    public int MqttPort { get; init; }

    /// <summary>An external broker, in place of the embedded one.</summary>
    public BrokerAddress? Mqtt { get; init; }

    public required StoreChoice Store { get; init; }

    public required string DataFolder { get; init; }

    /// <summary>Whether Orleans' dashboard is served under <c>/dashboard</c>.</summary>
    public bool Dashboard { get; init; }

    /// <summary>An OpenTelemetry collector that takes metrics and traces over gRPC.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>Whether the log tells of what goes well, too.</summary>
    public bool Verbose { get; init; }
}
