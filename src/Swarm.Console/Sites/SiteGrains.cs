using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Sites;

/// <summary>The grains of the console's own site.</summary>
internal sealed class SiteGrains(IGrainFactory grains, ConsoleSite site)
{
    public string Name => site.Id.Value;

    public ISiteGrain Site => grains.Site(site.Id);

    public ISiteViewGrain View => grains.SiteView(site.Id);

    public IModelsGrain Models => grains.Models(site.Id);

    public IDeviceGrain Device(DeviceId id) => grains.Device(site.Id, id);

    /// <summary>Whether the site knows the device: asked first, so that no question about a made-up id activates a grain.</summary>
    public async Task<bool> KnowsAsync(DeviceId id) => (await Site.GetDevices()).Contains(id);
}
