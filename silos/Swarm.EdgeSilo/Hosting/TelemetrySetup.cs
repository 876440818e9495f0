using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Swarm.EdgeSilo.Hosting;

/// <summary>Sends metrics and traces to an OpenTelemetry collector.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services, EdgeSiloOptions options)
    {
        if (options.Otlp is not { } collector) return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("swarm-edge", serviceNamespace: options.Site.Site.Value))
            .WithMetrics(metrics => metrics
                .AddMeter("Swarm.*", "Microsoft.Orleans", "System.Runtime")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = collector))
            .WithTracing(traces => traces
                .AddSource("Swarm.*", "Microsoft.Orleans.*")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter(exporter => exporter.Endpoint = collector));
    }
}
