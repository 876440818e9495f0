using Swarm.Domain;

namespace Swarm.Device;

/// <summary>
/// What a device knows from channel <c>tracks</c>: each list brings some tracks up to date, the others stay, carried on by their velocity, until
/// they are said to be gone, or have not been repeated for <see cref="Span"/>. Times are the receiver's own, counted from any moment. Not thread-safe.
/// </summary>
public sealed class TrackMemory
{
    /// <summary>A track that was not repeated for so long is gone.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromSeconds(1.5);

    /// <summary>As many as one list may have; where more are told, the ones heard of longest ago make way.</summary>
    public const int Capacity = 1000;

    private readonly Dictionary<TrackId, (Track Track, TimeSpan Heard)> _tracks = [];

    /// <summary>Takes a list that arrives now. A track that is older than what is known of it already was overtaken and is left out.</summary>
    public void Take(TrackList list, TimeSpan now)
    {
        Forget(now);
        foreach (var track in list.Tracks)
        {
            if (_tracks.TryGetValue(track.Id, out var known) && known.Track.Time > track.Time)
                continue;
            if (_tracks.Count == Capacity && !_tracks.ContainsKey(track.Id))
                _tracks.Remove(_tracks.MinBy(entry => entry.Value.Heard).Key);
            _tracks[track.Id] = (track, now);
        }

        foreach (var gone in list.Gone ?? [])
        {
            if (_tracks.TryGetValue(gone, out var known) && known.Track.Time <= list.Time)
                _tracks.Remove(gone);
        }
    }

    /// <summary>All that is known, each track as it will be by now if it keeps its velocity.</summary>
    public IReadOnlyList<Track> At(TimeSpan now)
    {
        if (_tracks.Count == 0)
            return [];
        var tracks = new List<Track>(_tracks.Count);
        foreach (var (track, heard) in _tracks.Values)
        {
            if (now - heard <= Span)
                tracks.Add(track.After(now - heard));
        }

        return tracks;
    }

    private void Forget(TimeSpan now)
    {
        foreach (var (id, (_, heard)) in _tracks)
        {
            // Dictionaries allow removal while they are walked.
            if (now - heard > Span)
                _tracks.Remove(id);
        }
    }
}
