using System.Globalization;
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

    public static IModelsGrain Models(this IGrainFactory grains, SiteId site) => grains.GetGrain<IModelsGrain>(site.Value);

    public static IModelPackageGrain ModelPackage(this IGrainFactory grains, SiteId site, string name, string version) =>
        grains.GetGrain<IModelPackageGrain>($"{site.Value}/{name}/{version}");

    /// <summary>The models of whichever silo is asked.</summary>
    public static IInferenceGrain Inference(this IGrainFactory grains) => grains.GetGrain<IInferenceGrain>(0);

    /// <summary>The site and device that the key of an <see cref="IDeviceGrain"/> names.</summary>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static (SiteId Site, DeviceId Device) ParseDevice(string key)
    {
        var (site, device) = Split(key);
        return (new SiteId(site), new DeviceId(device));
    }

    /// <summary>The site and cell that the key of an <see cref="IPerceptionGrain"/> names.</summary>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static (SiteId Site, CellId Cell) ParsePerception(string key)
    {
        var (site, cell) = Split(key);
        var comma = cell.IndexOf(',', StringComparison.Ordinal);
        return comma > 0
            && int.TryParse(cell.AsSpan(0, comma), CultureInfo.InvariantCulture, out var column)
            && int.TryParse(cell.AsSpan(comma + 1), CultureInfo.InvariantCulture, out var row)
            ? (new SiteId(site), new CellId(column, row))
            : throw new FormatException($"'{key}' is no key of a perception cell: site/column,row.");
    }

    private static (string Site, string Name) Split(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? (key[..slash], key[(slash + 1)..]) : throw new FormatException($"'{key}' names no site: site/name is expected.");
    }
}
