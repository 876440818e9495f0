using Swarm.Domain;
using Swarm.EdgeSilo.Demo;
using Swarm.EdgeSilo.Central;
using Swarm.Grains.Edge;
using Swarm.Hosting;
using Swarm.Inference;
using Swarm.Messaging;
using Swarm.Simulation;

namespace Swarm.EdgeSilo;

/// <summary>A site, with a simulated fleet where asked for.</summary>
internal sealed class EdgeSite(EdgeSiloOptions options) : PlaceProgram(options, "swarm-edge")
{
    /// <summary>What is believed of the centre until it has been measured. It answers with whichever model it has.</summary>
    private static readonly Tier CentralTier = new(
        TierKind.Central,
        "central",
        [new TierVariant("", Quality: 0.9, Cost: 0.02, JoulesPerInference: 0, ServiceTime: TimeSpan.FromMilliseconds(150))],
        RoundTrip: TimeSpan.FromMilliseconds(40));

    public override SiteMap? Map => options.Demo ? Scenes.Map : null;

    protected override int DevicesExpected => options.Demo ? DemoFleet.DeviceCount + (options.Camera is null ? 0 : 1) : 0;

    public override void AddServices(IServiceCollection services, Func<BrokerAddress> broker)
    {
        if (options.Central is { } central)
        {
            services.AddSingleton(provider => new CentralLink(
                central, options.Site.Site, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
            services.AddHostedService(provider => provider.GetRequiredService<CentralLink>());
        }

        services.AddSingleton(new ModelVerifier(options.ModelKeys));
        if (options.Demo) services.AddDemoFleet(options.Site.Site, options.ModelKeys, broker);
        if (options.Camera is { } pictures) services.AddDemoCamera(options, pictures, broker);
    }

    public override InferenceOptions Complete(InferenceOptions own, IServiceProvider services) => options.Central is { SharePictures: true }
        ? own with { Above = CentralTier, WayAbove = services.GetRequiredService<CentralLink>() }
        : own;

    protected override string Describe(SiteFile site, string dataFolder, int devicesKnown, string? model) =>
        Screen.Describe(options, site, dataFolder, devicesKnown, model);
}
