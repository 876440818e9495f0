using Swarm.Domain;
using Swarm.EdgeSilo.Demo;
using Swarm.Hosting;
using Swarm.Messaging;
using Swarm.Simulation;

namespace Swarm.EdgeSilo;

/// <summary>A site, with a simulated fleet where asked for.</summary>
internal sealed class EdgeSite(EdgeSiloOptions options) : PlaceProgram(options, "swarm-edge")
{
    public override SiteMap? Map => options.Demo ? Scenes.Map : null;

    protected override int DevicesExpected => options.Demo ? DemoFleet.DeviceCount : 0;

    public override void AddServices(IServiceCollection services, Func<BrokerAddress> broker)
    {
        if (options.Demo) services.AddDemoFleet(options.Site.Site, broker);
    }

    protected override string Describe(SiteFile site, string dataFolder, int devicesKnown) => Screen.Describe(options, site, dataFolder, devicesKnown);
}
