using Orleans.Concurrency;
using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>
/// Gathers the live picture of a site for those who look at it. Held in memory alone: on activation it asks every device that the
/// site knows for its summary. Its key is the site id.
/// </summary>
[Alias("swarm.ISiteViewGrain")]
public interface ISiteViewGrain : IGrainWithStringKey
{
    /// <summary>A device has news: at once when its presence changes, else at most twice a second.</summary>
    [Alias("ReportDevice")]
    [OneWay]
    Task ReportDevice(DeviceSummary device);

    /// <summary>A cell has news, at most five times a second. A cell that is silent for 2 s is taken to be empty.</summary>
    [Alias("ReportCell")]
    [OneWay]
    Task ReportCell(CellView cell);

    /// <summary>A device has been removed from the site.</summary>
    [Alias("ForgetDevice")]
    Task ForgetDevice(DeviceId device);

    [Alias("Get")]
    [AlwaysInterleave]
    Task<SiteView> Get();
}
