using CsCheck;

namespace Swarm.Evaluation.Tests;

public sealed class FramePairingTests
{
    private const int Side = 5;

    private static readonly Gen<Overlap[]> Overlaps = Gen.Select(Gen.Int[0, Side - 1], Gen.Int[0, Side - 1], Gen.Double[0.01, 1])
        .Array[0, 12]
        .Select(list => list.DistinctBy(one => (one.Item1, one.Item2)).Select(one => new Overlap(one.Item1, one.Item2, one.Item3)).ToArray());

    /// <summary>Both truths may have the track that only one of them may have alone.</summary>
    [Fact]
    public void Pair_OneTrackWantedTwice_MakesThePairsWorthMostInSum()
    {
        Overlap[] overlaps = [new(0, 0, 0.9), new(0, 1, 0.3), new(1, 0, 0.5)];

        Assert.Equal([true, false, false], Pair(overlaps));
        Assert.Equal([false, true, true], Pair(overlaps, bonus: 3));
    }

    [Fact]
    public void Pair_Anything_IsWorthAsMuchAsTheBestOfAllWays() => Gen.Select(Overlaps, Gen.Bool.Select(most => most ? 6.0 : 0.0)).Sample((overlaps, bonus) =>
    {
        var isPair = Pair(overlaps, bonus);
        var pairs = overlaps.Where((_, index) => isPair[index]).ToList();

        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Truth).Distinct().Count());
        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Track).Distinct().Count());
        Assert.Equal(Best(overlaps, 0, 0, 0, bonus), pairs.Sum(pair => pair.Value + bonus), 1e-9);
    });

    [Fact]
    public void Pair_Again_LeavesNothingOfTheFrameBefore()
    {
        var pairing = new FramePairing();
        var isPair = new bool[4];
        pairing.Pair([new(0, 0, 0.9), new(0, 1, 0.3), new(1, 0, 0.5), new(1, 1, 0.8)], 2, 2, isPair);

        pairing.Pair([new(0, 0, 0.1)], 1, 1, isPair);

        Assert.True(isPair[0]);
    }

    private static bool[] Pair(Overlap[] overlaps, double bonus = 0)
    {
        var isPair = new bool[overlaps.Length];
        new FramePairing().Pair(overlaps, Side, Side, isPair, bonus);
        return isPair;
    }

    private static double Best(Overlap[] overlaps, int next, int truths, int tracks, double bonus)
    {
        if (next == overlaps.Length)
            return 0;
        var (truth, track, value) = overlaps[next];
        var without = Best(overlaps, next + 1, truths, tracks, bonus);
        return (truths & (1 << truth)) != 0 || (tracks & (1 << track)) != 0
            ? without
            : Math.Max(without, value + bonus + Best(overlaps, next + 1, truths | (1 << truth), tracks | (1 << track), bonus));
    }
}
