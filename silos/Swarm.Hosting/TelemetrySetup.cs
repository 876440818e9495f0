using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Swarm.Hosting;

/// <summary>Sends metrics and traces to an OpenTelemetry collector.</summary>
internal static class TelemetrySetup
{
    /// <summary>Registered for OTLP over gRPC; at any other port HTTP is spoken.</summary>
    private const int GrpcPort = 4317;

    public static void AddTelemetry(this IServiceCollection services, PlaceOptions options, string service)
    {
        if (options.Otlp is not { } collector) return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, serviceNamespace: options.Site.Site.Value))
            .WithMetrics(metrics => metrics
                .AddMeter("Swarm.*", "Microsoft.Orleans", "System.Runtime")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter(exporter => Point(exporter, collector, "v1/metrics")))
            .WithTracing(traces => traces
                .AddSource("Swarm.*", "Microsoft.Orleans.*")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter(exporter => Point(exporter, collector, "v1/traces")));
    }

    /// <summary>The exporter does not add the paths of OTLP/HTTP (protocol specification, "OTLP/HTTP Request") to an address that it is given.</summary>
    private static void Point(OtlpExporterOptions exporter, Uri collector, string path)
    {
        exporter.Protocol = collector.Port == GrpcPort ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = collector.Port == GrpcPort ? collector : new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
