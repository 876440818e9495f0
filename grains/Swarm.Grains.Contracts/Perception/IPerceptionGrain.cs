using Orleans.Concurrency;
using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>
/// Shared perception of one cell of a site; its key is <c>site/column,row</c>. It fuses what devices see in its square and the
/// halo around it, owns the tracks whose mean lies in its square, and tells devices in its square their hazards.
/// </summary>
[Alias("swarm.IPerceptionGrain")]
public interface IPerceptionGrain : IGrainWithStringKey
{
    /// <summary>Takes what one sensor saw at one instant, the part of it that reaches this cell.</summary>
    [Alias("Observe")]
    Task Observe(Observation observation);

    /// <summary>Takes where a device is. A device out of the square is kept for the halo, and told nothing.</summary>
    [Alias("Move")]
    Task Move(DeviceMotion device);

    /// <summary>Takes a neighbour's owned tracks that lie in this cell's halo, so that both call them by the owner's name.</summary>
    [Alias("Share")]
    Task Share(CellId from, IReadOnlyList<Track> tracks);

    /// <summary>Takes over tracks that have moved into this cell; they keep their identity. Owned here once this returns.</summary>
    [Alias("HandOver")]
    Task HandOver(CellId from, IReadOnlyList<Track> tracks);

    [Alias("GetView")]
    [AlwaysInterleave]
    Task<CellView> GetView();
}
