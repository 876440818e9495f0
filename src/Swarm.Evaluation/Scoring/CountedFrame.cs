namespace Swarm.Evaluation;

/// <summary>What of a frame counts at a threshold: no ignored truth nor its partner, no track left out, nothing forgiven.</summary>
/// <param name="Objects">For each true box the number of its object within the sequence, from 0.</param>
/// <param name="Tracks">For each track's box the number of its track within the sequence, from 0.</param>
/// <param name="Overlaps">Places are those of these lists.</param>
internal sealed record CountedFrame(int[] Objects, UprightBox[] Truths, int[] Tracks, UprightBox[] Boxes, Overlap[] Overlaps);
