using Orleans.Concurrency;
using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>
/// Shared perception of one cell of a site; its key is <c>site/column,row</c>. It fuses what devices see in its square and the
/// halo around it, owns the tracks whose mean lies in its square, and tells devices in its square their hazards. A caller waits 2 s at
/// most: what a cell is sent is worth nothing later.
/// </summary>
[Alias("swarm.IPerceptionGrain")]
public interface IPerceptionGrain : IGrainWithStringKey
{
    /// <summary>Takes what a device's sensors saw, each at one instant, in the order that it was sent: the parts of it that reach this cell.</summary>
    [Alias("Observe")]
    [ResponseTimeout("00:00:02")]
    Task Observe(IReadOnlyList<Observation> observations);

    /// <summary>
    /// Takes where a device is. The device itself says whose it is, so that two cells never both
    /// tell it hazards: one that is not <paramref name="owned"/> is kept for the halo, and told nothing.
    /// </summary>
    [Alias("Move")]
    [ResponseTimeout("00:00:02")]
    Task Move(DeviceMotion device, bool owned);

    /// <summary>Takes a neighbour's owned tracks that lie in this cell's halo, so that both call them by the owner's name.</summary>
    [Alias("Share")]
    [ResponseTimeout("00:00:02")]
    Task Share(CellId from, IReadOnlyList<Track> tracks);

    /// <summary>Takes over tracks that have moved into this cell; they keep their identity. Owned here once this returns.</summary>
    [Alias("HandOver")]
    [ResponseTimeout("00:00:02")]
    Task HandOver(CellId from, IReadOnlyList<Track> tracks);

    [Alias("GetView")]
    [AlwaysInterleave]
    Task<CellView> GetView();
}
