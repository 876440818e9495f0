using Swarm.Domain;
using Swarm.Grains.Edge;
using Swarm.Hosting;
using Swarm.Messaging;

namespace Swarm.CentralSilo;

/// <summary>The centre: a place whose devices are sites.</summary>
internal sealed class Centre(PlaceOptions options) : PlaceProgram(options, "swarm-central")
{
    public override void AddServices(IServiceCollection services, Func<BrokerAddress> broker) => ArgumentNullException.ThrowIfNull(services);

    public override InferenceOptions Complete(InferenceOptions own, IServiceProvider services) => own with { Tier = TierKind.Central };

    protected override string Describe(SiteFile site, string dataFolder, int devicesKnown, string? model)
    {
        var page = site.Page.ToString();
        return $"""

            Swarm: the centre "{site.Site}" is up. Ctrl-C stops it.

              Page     {page}
              API      {page}api/devices  (its devices are sites)
              MQTT     {site.Broker}  ({(Options.Mqtt is null ? "embedded broker" : "external broker")}), topics swarm/v1/{site.Site}/SITE/CHANNEL
              Store    {site.Store}
              Data     {dataFolder}
              Model    {model ?? "none; import one: swarm models import centernet --out DIR, then --model DIR/centernet.json"}
              Sites    {(devicesKnown == 0 ? "none yet" : $"{devicesKnown} known")}

            Try next, for a site that uses it:
              dotnet run --project silos/Swarm.EdgeSilo -- --demo --central {site.Broker} --share-pictures

            """;
    }
}
