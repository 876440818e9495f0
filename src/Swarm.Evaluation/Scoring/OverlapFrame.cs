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
    Overlap[] Overlaps);
