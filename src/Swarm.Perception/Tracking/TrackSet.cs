using System.Runtime.InteropServices;

namespace Swarm.Perception;

/// <summary>
/// The tracks as they are at one point of the timeline, in the order of their birth. What is removed is kept for the next birth, and a copy
/// goes into the tracks that are already there, so that a steady state allocates nothing.
/// </summary>
internal sealed class TrackSet
{
    private readonly List<LocalTrack> _tracks = [];

    public int Count { get; private set; }

    /// <summary>How the devices' pictures lie on this one.</summary>
    public RegistrationBook Registrations { get; } = new();

    public ReadOnlySpan<LocalTrack> Tracks => CollectionsMarshal.AsSpan(_tracks)[..Count];

    /// <summary>A track at the end, for the caller to begin.</summary>
    public LocalTrack Add()
    {
        if (Count == _tracks.Count)
            _tracks.Add(new LocalTrack());
        return _tracks[Count++];
    }

    /// <summary>Keeps the tracks for which that holds, in their order.</summary>
    public void Keep(Predicate<LocalTrack> holds)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (!holds(_tracks[i]))
                continue;
            (_tracks[kept], _tracks[i]) = (_tracks[i], _tracks[kept]);
            kept++;
        }

        Count = kept;
    }

    public void CopyFrom(TrackSet other)
    {
        Count = 0;
        foreach (var track in other.Tracks)
            Add().CopyFrom(track);
        Registrations.CopyFrom(other.Registrations);
    }
}
