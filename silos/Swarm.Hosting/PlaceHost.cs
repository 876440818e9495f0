using Orleans.Dashboard;
using StackExchange.Redis;
using Swarm.Bridge;
using Swarm.Grains;
using Swarm.Grains.Edge;
using Swarm.Messaging;
using Swarm.OperatorConsole;

namespace Swarm.Hosting;

/// <summary>Puts the parts that every place has into one web application.</summary>
internal static class PlaceHost
{
    /// <summary>What stopping may take before it is cut short: grains write what they hold.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    /// <param name="program">Adds parts of its own.</param>
    /// <param name="detector">The place's model, or null for none.</param>
    /// <param name="redis">The store, or null for none.</param>
    /// <param name="broker">The embedded broker, which the bridge starts; or null where there is an external one.</param>
    /// <param name="signals">Stop it.</param>
    public static WebApplication Build(
        PlaceProgram program, PlaceDetector? detector, ConfigurationOptions? redis, EmbeddedBroker? broker, StopSignals signals)
    {
        // Settings come from the command line alone: what lies in the folder where it was started must not matter.
        var options = program.Options;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddSiteLog(options.Verbose, signals.Token);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopPatience);
        builder.Services.AddSingleton<IHostLifetime>(signals);
        builder.Services.AddTelemetry(options, program.Name);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(options.HttpAddress, options.HttpPort));
        builder.Services.AddRoutingCore();

        builder.Services.AddSingleton(services => program.Complete(detector?.ToOptions(new InferenceOptions()) ?? new InferenceOptions(), services));

        // Hosted services start in the order in which they are added, and stop in reverse.
        builder.UseOrleans(silo =>
        {
            silo.AddPlace(options, redis);
            program.AddGrains(silo);
        });
        builder.Services.AddBridge(new BridgeOptions { Site = options.Site, Broker = options.Mqtt, Embedded = broker });
        if (redis is not null) builder.Services.AddSingleton<IReadiness>(_ => new StoreReadiness(redis));
        builder.Services.AddConsole(options.Site, program.Map);
        program.AddServices(builder.Services, () => options.Mqtt ?? broker!.Address);

        var app = builder.Build();
        app.UseRouting();
        app.MapConsole();
        if (options.Dashboard) app.MapOrleansDashboard("/dashboard");
        return app;
    }
}
