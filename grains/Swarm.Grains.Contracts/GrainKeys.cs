using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>How grain keys are made: <c>site</c>, <c>site/device</c>, <c>site/column,row</c>.</summary>
public static class GrainKeys
{
    public static IDeviceGrain Device(this IGrainFactory grains, SiteId site, DeviceId device) =>
        grains.GetGrain<IDeviceGrain>($"{site.Value}/{device.Value}");

    public static IPerceptionGrain Perception(this IGrainFactory grains, SiteId site, CellId cell) =>
        grains.GetGrain<IPerceptionGrain>($"{site.Value}/{cell}");

    public static ISiteGrain Site(this IGrainFactory grains, SiteId site) => grains.GetGrain<ISiteGrain>(site.Value);

    public static ISiteViewGrain SiteView(this IGrainFactory grains, SiteId site) => grains.GetGrain<ISiteViewGrain>(site.Value);

    public static IIngestLeaseGrain IngestLease(this IGrainFactory grains, SiteId site) => grains.GetGrain<IIngestLeaseGrain>(site.Value);
}
