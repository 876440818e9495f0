namespace Swarm.Evaluation;

/// <summary>One frame, its overlaps computed once for all thresholds.</summary>
/// <param name="Objects">For each true box the number of its object within the sequence, from 0.</param>
/// <param name="TrackNumbers">For each track's box the number of its track within the sequence, from 0.</param>
/// <param name="Forgivable">For each track's box whether it is no false positive by the published protocol.</param>
internal sealed record OverlapFrame(
    IReadOnlyList<TruthBox> Truths,
    int[] Objects,
    IReadOnlyList<TrackBox> Tracks,
    int[] TrackNumbers,
    bool[] Forgivable,
    Overlap[] Overlaps)
{
    /// <summary>The part of the frame with the true boxes and the tracks' boxes that pass, by their places.</summary>
    public CountedFrame Select(Func<int, bool> truths, Func<int, bool> tracks)
    {
        int[] keptTruths = [.. Enumerable.Range(0, Truths.Count).Where(truths)];
        int[] keptTracks = [.. Enumerable.Range(0, Tracks.Count).Where(tracks)];
        var newTruth = Places(keptTruths, Truths.Count);
        var newTrack = Places(keptTracks, Tracks.Count);
        return new(
            Array.ConvertAll(keptTruths, truth => Objects[truth]),
            Array.ConvertAll(keptTruths, truth => Truths[truth].Box),
            Array.ConvertAll(keptTracks, track => TrackNumbers[track]),
            Array.ConvertAll(keptTracks, track => Tracks[track].Box),
            [.. Overlaps
                .Where(overlap => newTruth[overlap.Truth] >= 0 && newTrack[overlap.Track] >= 0)
                .Select(overlap => overlap with { Truth = newTruth[overlap.Truth], Track = newTrack[overlap.Track] })]);
    }

    private static int[] Places(int[] kept, int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        for (var place = 0; place < kept.Length; place++)
            places[kept[place]] = place;
        return places;
    }
}
