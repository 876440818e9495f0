using Orleans.Concurrency;
using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>What a site stores as a whole: which devices it knows and which stops are latched. Its key is the site id.</summary>
[Alias("swarm.ISiteGrain")]
public interface ISiteGrain : IGrainWithStringKey
{
    /// <summary>
    /// Asks whether a device's messages are taken. A device that is not registered is kept while fewer than
    /// 1,000 such are; one that has been silent for a day makes room.
    /// </summary>
    [Alias("Admit")]
    Task<Admission> Admit(DeviceId device);

    /// <summary>Registers devices; they are kept until removed.</summary>
    [Alias("Register")]
    Task Register(IReadOnlyList<DeviceId> devices);

    /// <summary>Forgets a device and all its state. False when it was not known.</summary>
    [Alias("Remove")]
    Task<bool> Remove(DeviceId device);

    [Alias("GetDevices")]
    [AlwaysInterleave]
    Task<IReadOnlyList<DeviceId>> GetDevices();

    /// <summary>Latches a stop. It is stored when this returns, and on its way to every device that it holds.</summary>
    [Alias("Stop")]
    Task<Stop> Stop(StopScope scope, string? reason);

    /// <summary>Releases a stop. False when there is none with that id.</summary>
    [Alias("Release")]
    Task<bool> Release(string stopId);

    [Alias("GetStops")]
    [ResponseTimeout("00:00:02")]
    [AlwaysInterleave]
    Task<StopList> GetStops();
}
