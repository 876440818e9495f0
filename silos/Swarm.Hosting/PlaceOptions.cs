using System.Net;
using Swarm.Domain;
using Swarm.Messaging;
using Swarm.Vision;

namespace Swarm.Hosting;

/// <summary>What the command line asked for, of any place.</summary>
public record PlaceOptions
{
    /// <summary>What the place is to those who connect to it: their site.</summary>
    public required SiteInfo Site { get; init; }

    /// <summary>Where the page and the HTTP API listen.</summary>
    public IPAddress HttpAddress { get; init; } = IPAddress.Loopback;

    /// <summary>0 for any free one.</summary>
    public int HttpPort { get; init; }

    /// <summary>Of the embedded broker; 0 for any free one.</summary>
    public int MqttPort { get; init; }

    /// <summary>An external broker, in place of the embedded one.</summary>
    public BrokerAddress? Mqtt { get; init; }

    public StoreChoice Store { get; init; } = StoreChoice.Embedded;

    public string DataFolder { get; init; } = ".swarm";

    /// <summary>The manifest of a detector; null for the one that may have been imported into the data folder.</summary>
    public string? Model { get; init; }

    /// <summary>Where the manifest of the detector is, if there is one.</summary>
    public string ModelManifest => Model ?? Path.Combine(DataFolder, CenterNetImport.Folder, CenterNetImport.ManifestName);

    /// <summary>Side of the pictures that the detector looks at, pixels; 0 for the largest that it knows.</summary>
    public int ModelSize { get; init; }

    /// <summary>Whether Orleans' dashboard is served under <c>/dashboard</c>.</summary>
    public bool Dashboard { get; init; }

    /// <summary>An OpenTelemetry collector that takes metrics and traces over gRPC.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>Whether the log tells of what goes well, too.</summary>
    public bool Verbose { get; init; }
}
