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
    /// <summary>
    /// Takes where a device is and what its sensors saw, each at one instant, in the order that it was sent: the parts of it that
    /// reach this cell. The device itself says whose it is, so that two cells never both tell it hazards: one that is not
    /// <paramref name="owned"/> is kept for the halo, and told nothing.
    /// </summary>
    /// <param name="device">Null where it has not said anew where it is; nothing changes then about whose it is.</param>
    [Alias("Take")]
    [ResponseTimeout("00:00:02")]
    Task Take(DeviceMotion? device, bool owned, [Immutable] IReadOnlyList<Observation> observations);

    /// <summary>Takes a neighbour's owned tracks that lie in this cell's halo, so that both call them by the owner's name.</summary>
    [Alias("Share")]
    [ResponseTimeout("00:00:02")]
    Task Share(CellId from, [Immutable] IReadOnlyList<Track> tracks);

    /// <summary>Takes over tracks that have moved into this cell; they keep their identity. Owned here once this returns.</summary>
    [Alias("HandOver")]
    [ResponseTimeout("00:00:02")]
    Task HandOver(CellId from, [Immutable] IReadOnlyList<Track> tracks);

    [Alias("GetView")]
    [AlwaysInterleave]
    Task<CellView> GetView();
}
