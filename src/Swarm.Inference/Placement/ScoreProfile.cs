namespace Swarm.Inference;

/// <summary>
/// In which of 32 score bins the local model has candidates: all that a rule with thresholds asks of a list. Bin 0 stands for scores under 1/32
/// and for a list without candidates, so that a rule can ask for a second look at nothing too.
/// </summary>
public readonly record struct ScoreProfile(uint Bits)
{
    public const int Bins = 32;

    public static ScoreProfile Empty => new(1);

    /// <summary>With a candidate of this score, from 0 to 1, as well.</summary>
    public ScoreProfile With(double score) => new((Bits == Empty.Bits ? 0 : Bits) | (1u << BinOf(score)));

    /// <summary>Whether a candidate's bin is at least <paramref name="from"/> and less than <paramref name="to"/>.</summary>
    public bool HasIn(int from, int to) => (Bits & Mask(from, to)) != 0;

    public static int BinOf(double score) => Math.Clamp((int)(score * Bins), 0, Bins - 1);

    private static uint Mask(int from, int to) => (uint)((1UL << to) - (1UL << from));
}
