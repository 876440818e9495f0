using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Grains.Edge;

/// <summary>
/// Which of the tracks that a cell holds are its own. Cells overlap by their halo, so that two of them hold the same track, and yet exactly one
/// must answer for it.
/// </summary>
internal sealed class Territory(SiteGrid grid, CellId cell)
{
    /// <summary>A neighbour that has not named a track for so long has lost it, or is gone.</summary>
    public static readonly TimeSpan ForeignFor = TimeSpan.FromSeconds(1);

    private readonly HashSet<TrackId> _owned = [];
    private readonly Dictionary<TrackId, DateTimeOffset> _foreign = [];

    public bool Owns(TrackId track) => _owned.Contains(track);

    /// <summary>The tracks that are this cell's: kept ones, and those in its square that no neighbour answers for.</summary>
    public IReadOnlyList<Track> Settle(IReadOnlyList<Track> tracks, DateTimeOffset now)
    {
        foreach (var (id, _) in _foreign.Where(named => now - named.Value > ForeignFor).ToList())
        {
            _foreign.Remove(id);
        }

        _owned.IntersectWith(tracks.Select(track => track.Id));
        var owned = new List<Track>();
        foreach (var track in tracks)
        {
            if (_owned.Contains(track.Id) || (!_foreign.ContainsKey(track.Id) && grid.CellAt(track.Position.Plane) == cell))
            {
                _owned.Add(track.Id);
                owned.Add(track);
            }
        }

        return owned;
    }

    /// <summary>The owned tracks that have left the square for good, by the cell that must take them over.</summary>
    public IEnumerable<IGrouping<CellId, Track>> Leaving(IReadOnlyList<Track> owned) =>
        owned.GroupBy(track => grid.OwnerOf(track.Position.Plane, cell)).Where(group => group.Key != cell);

    /// <summary>The owned tracks that a neighbour sees too, by neighbour.</summary>
    public IEnumerable<IGrouping<CellId, Track>> Shared(IReadOnlyList<Track> owned) =>
        owned
            .SelectMany(track => grid.CellsReaching(track.Position.Plane), (track, reached) => (track, reached))
            .Where(pair => pair.reached != cell)
            .GroupBy(pair => pair.reached, pair => pair.track);

    /// <summary>This cell answers for the track from now on.</summary>
    public void Take(TrackId track)
    {
        _foreign.Remove(track);
        _owned.Add(track);
    }

    /// <summary>A neighbour answers for the track.</summary>
    public void Yield(TrackId track, DateTimeOffset now)
    {
        _owned.Remove(track);
        _foreign[track] = now;
    }
}
