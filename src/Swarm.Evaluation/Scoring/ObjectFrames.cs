namespace Swarm.Evaluation;

/// <summary>The frames in which each object of a sequence is labelled, to count how it was followed.</summary>
internal sealed class ObjectFrames
{
    private readonly OverlapSequence _sequence;
    private readonly (int Frame, int Truth)[][] _places;
    private readonly bool[][] _ignored;
    private readonly int[] _tracks;

    public ObjectFrames(OverlapSequence sequence)
    {
        _sequence = sequence;
        var places = Enumerable.Range(0, sequence.Objects).Select(_ => new List<(int Frame, int Truth)>()).ToArray();
        for (var f = 0; f < sequence.Frames.Count; f++)
        {
            for (var truth = 0; truth < sequence.Frames[f].Objects.Length; truth++)
                places[sequence.Frames[f].Objects[truth]].Add((f, truth));
        }

        _places = [.. places.Select(list => list.ToArray())];
        _ignored = [.. _places.Select(list => list.Select(place => sequence.Frames[place.Frame].Truths[place.Truth].Ignored).ToArray())];
        _tracks = new int[_places.Select(list => list.Length).DefaultIfEmpty().Max()];
    }

    /// <param name="trackOf">For each frame and true box the place of its partner in the frame's list of tracks' boxes, or −1.</param>
    public TrajectoryCounts Count(IReadOnlyList<int[]> trackOf)
    {
        var counts = default(TrajectoryCounts);
        for (var known = 0; known < _places.Length; known++)
        {
            var tracks = _tracks.AsSpan(0, _places[known].Length);
            for (var i = 0; i < tracks.Length; i++)
            {
                var (frame, truth) = _places[known][i];
                var place = trackOf[frame][truth];
                tracks[i] = place < 0 ? TrajectoryCounts.None : _sequence.Frames[frame].TrackNumbers[place];
            }

            counts += TrajectoryCounts.Of(tracks, _ignored[known]);
        }

        return counts;
    }
}
