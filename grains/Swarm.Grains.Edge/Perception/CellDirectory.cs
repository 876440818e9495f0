using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>The cells that a grain has to do with: to look one up anew for each call costs as much as the call.</summary>
internal sealed class CellDirectory(IGrainFactory grains, SiteId site)
{
    private readonly Dictionary<CellId, IPerceptionGrain> _cells = [];

    public IPerceptionGrain this[CellId cell]
    {
        get
        {
            if (!_cells.TryGetValue(cell, out var grain))
            {
                _cells[cell] = grain = grains.Perception(site, cell);
            }

            return grain;
        }
    }

    public void Clear() => _cells.Clear();
}
