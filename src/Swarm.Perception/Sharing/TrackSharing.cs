using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Decides which tracks go out to one receiver now, by what it was sent before (<see cref="SharingRules"/>): those it has not been sent, vehicles
/// that have moved, turned or changed speed, each vehicle once a second, and everything else together twice a second. It remembers
/// no more than what was sent within the last second. Not thread-safe.
/// </summary>
/// <param name="tick">
/// At most so long after one call of <see cref="Due"/> comes the next: what would be late by then is due now, so that nothing is ever late.
/// </param>
public sealed class TrackSharing(TimeSpan tick)
{
    private readonly Dictionary<TrackId, SentTrack> _sent = [];

    /// <summary>Tracks that are remembered.</summary>
    public int Count => _sent.Count;

    /// <summary>Those of <paramref name="tracks"/> that are due, in their order. Changes nothing: <see cref="Note"/> says what was sent.</summary>
    /// <param name="tracks">All that the receiver is to know of.</param>
    public IReadOnlyList<Track> Due(IReadOnlyList<Track> tracks, DateTimeOffset now)
    {
        var together = IsTypeADue(tracks, now);
        List<Track>? due = null;
        foreach (var track in tracks)
        {
            if (IsDue(track, now, together))
                (due ??= []).Add(track);
        }

        return due is null ? [] : due.Count == tracks.Count ? tracks : due;
    }

    /// <summary>What the receiver was sent within the last second and is not to know of any more: sent, but not among <paramref name="tracks"/>.</summary>
    public IReadOnlyList<TrackId> Gone(IReadOnlyList<Track> tracks)
    {
        var there = 0;
        foreach (var track in tracks)
            there += _sent.ContainsKey(track.Id) ? 1 : 0;

        return there == _sent.Count ? [] : [.. _sent.Keys.Except(tracks.Select(track => track.Id))];
    }

    /// <summary>These tracks, and the word that others are gone, are on their way to the receiver.</summary>
    public void Note(IReadOnlyList<Track> sent, IReadOnlyList<TrackId> gone, DateTimeOffset now)
    {
        foreach (var id in gone)
            _sent.Remove(id);

        foreach (var (id, before) in _sent)
        {
            // Due whatever it does, as one never sent is. Dictionaries allow removal while they are walked.
            if (IsOlder(before, SharingRules.VehicleEvery, now))
                _sent.Remove(id);
        }

        foreach (var track in sent)
            _sent[track.Id] = new SentTrack(now, track.Position.Plane, track.Velocity);
    }

    /// <summary>The receiver knows nothing any more: it has just come, or come back.</summary>
    public void Reset() => _sent.Clear();

    private bool IsTypeADue(IReadOnlyList<Track> tracks, DateTimeOffset now)
    {
        foreach (var track in tracks)
        {
            if (SharingRules.IsTypeA(track.Class)
                && _sent.TryGetValue(track.Id, out var sent)
                && IsOlder(sent, SharingRules.OthersEvery, now))
                return true;
        }

        return false;
    }

    private bool IsDue(Track track, DateTimeOffset now, bool together)
    {
        if (!_sent.TryGetValue(track.Id, out var sent))
            return true;

        return SharingRules.IsTypeA(track.Class)
            ? together
            : IsOlder(sent, SharingRules.VehicleEvery, now) || SharingRules.HasChanged(sent, track);
    }

    /// <summary>Whether it was sent longer ago than that by the next tick; or later than now, where the clock was set back.</summary>
    private bool IsOlder(in SentTrack sent, TimeSpan limit, DateTimeOffset now) => now + tick - sent.At > limit || now < sent.At;
}
