using System.Globalization;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Names tracks. A detection that began a track begins the same one when the frames are taken anew because an older one has come, and where
/// an older detection now begins that track instead, it takes the name over.
/// </summary>
internal sealed class Identities(string mint)
{
    private readonly Dictionary<Detection, TrackId> _begun = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TrackId, Detection> _fresh = [];
    private long _minted;

    /// <summary>What is minted from now on was never told to anybody until the next call.</summary>
    public void BeginRound() => _fresh.Clear();

    public TrackId Of(Detection first)
    {
        if (!_begun.TryGetValue(first, out var id))
        {
            id = new(string.Create(CultureInfo.InvariantCulture, $"{mint}-{++_minted}"));
            _begun[first] = id;
            _fresh[id] = first;
        }

        return id;
    }

    /// <summary>The name for a track that has taken a detection: that of the track which the detection itself once began, if its own is new.</summary>
    public TrackId After(TrackId current, Detection taken)
    {
        if (_fresh.Count == 0 || !_begun.TryGetValue(taken, out var known) || known == current || !_fresh.Remove(current, out var first))
            return current;
        _begun[first] = known;
        return known;
    }

    /// <summary>These objects will not be taken again.</summary>
    public void Forget(IReadOnlyList<Detection> objects)
    {
        for (var i = 0; i < objects.Count && _begun.Count > 0; i++)
            _begun.Remove(objects[i]);
    }
}
