using System.Numerics;

namespace Swarm.Inference;

/// <summary>
/// Escalates what has a candidate between two thresholds, and learns the pair: exponential weights over all pairs of a grid, with exploration, fed by
/// the answers that were asked for, each divided by the chance that it was. After H2T2 (Moothedath, Agarwal, Umeshraja, Gross, Champati and Moharir,
/// arXiv 2509.15674); for such partial feedback the regret against the best fixed pair is O(T^(2/3)), whatever the sequence.
/// </summary>
/// <remarks>
/// Written from the paper's abstract and the standard theory of its parts (exponential weights with importance-weighted losses: Auer, Cesa-Bianchi,
/// Freund and Schapire 2002), as the paper's own listing was not at hand. Added: the rate of learning adapts to
/// the losses seen (Cesa-Bianchi, Mansour and Stoltz 2007); a share of the weight is spread over all pairs each
/// round (Herbster and Warmuth 1998), which follows change; and the thresholds are put to a list of candidates, not one score.
/// </remarks>
public sealed class ThresholdPairRule : IEscalationRule
{
    private const int Grid = 16;
    private const int Width = ScoreProfile.Bins / Grid;
    private const int Pairs = (Grid * (Grid + 1) / 2) + 1;

    /// <summary>So that vectors of any width fit; the pairs beyond weigh nothing.</summary>
    private const int Padded = 144;

    private static readonly double Experts = Math.Log(Pairs);

    private readonly double _exploration;
    private readonly double _share;
    private readonly double[] _weights = new double[Padded];
    private readonly long[] _masks = new long[Padded];
    private ulong _random;
    private double _spread;

    /// <param name="horizon">Rounds after which the regret is to be small: sets how much is explored.</param>
    /// <param name="changes">How often the world may change within them.</param>
    /// <param name="seed">For the draws; not 0.</param>
    public ThresholdPairRule(int horizon = 10_000, int changes = 2, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 10);
        ArgumentOutOfRangeException.ThrowIfNegative(changes);
        ArgumentOutOfRangeException.ThrowIfZero(seed);
        _exploration = Math.Min(0.5, Math.Pow(Experts / horizon, 1.0 / 3) / 2);
        _share = (double)changes / horizon;
        _random = seed;
        var pair = 0;
        for (var low = 0; low < Grid; low++)
        {
            // The pair (low, low) never asks: one of them is enough.
            for (var high = low == 0 ? low : low + 1; high <= Grid; high++, pair++)
            {
                _weights[pair] = 1.0 / Pairs;
                _masks[pair] = (1L << (high * Width)) - (1L << (low * Width));
            }
        }
    }

    /// <summary>The pair of thresholds with the greatest weight, from 0 to 1.</summary>
    public (double Low, double High) Best
    {
        get
        {
            var best = 0;
            for (var pair = 1; pair < Pairs; pair++)
                best = _weights[pair] > _weights[best] ? pair : best;
            var mask = (uint)_masks[best];
            return mask == 0
                ? (0, 0)
                : (BitOperations.TrailingZeroCount(mask) / 32.0, 1 - (BitOperations.LeadingZeroCount(mask) / 32.0));
        }
    }

    public EscalationJudgement Judge(in LocalSummary local)
    {
        var profile = new Vector<long>(local.Profile.Bits);
        var asking = Vector<double>.Zero;
        for (var pair = 0; pair < Padded; pair += Vector<double>.Count)
            asking += Vector.ConditionalSelect(Keeps(pair, profile), Vector<double>.Zero, new Vector<double>(_weights, pair));
        var chance = _exploration + ((1 - _exploration) * Math.Clamp(Vector.Sum(asking), 0, 1));
        return new EscalationJudgement(NextDraw() < chance ? 1 : 0, chance);
    }

    public void Settle(in LocalSummary local, in EscalationJudgement judgement, double cost, double? loss)
    {
        var askedLoss = Math.Clamp(cost, 0, 1);
        var keptLoss = loss is { } known ? Math.Clamp(known, 0, 1) / judgement.Propensity : 0;
        // The rate falls with the spread of the losses that were seen, as second-order bounds have it.
        var asking = Math.Clamp((judgement.Propensity - _exploration) / (1 - _exploration), 0, 1);
        _spread += asking * (1 - asking) * (askedLoss - keptLoss) * (askedLoss - keptLoss);
        var rate = Math.Sqrt(Experts / (Experts + _spread));
        var asked = new Vector<double>(Math.Exp(-rate * askedLoss));
        var kept = new Vector<double>(Math.Exp(-rate * keptLoss));
        var profile = new Vector<long>(local.Profile.Bits);
        var sum = Vector<double>.Zero;
        for (var pair = 0; pair < Padded; pair += Vector<double>.Count)
        {
            var weights = new Vector<double>(_weights, pair) * Vector.ConditionalSelect(Keeps(pair, profile), kept, asked);
            weights.CopyTo(_weights, pair);
            sum += weights;
        }

        var scale = new Vector<double>((1 - _share) / Vector.Sum(sum));
        var least = new Vector<double>(_share / Pairs);
        for (var pair = 0; pair < Padded; pair += Vector<double>.Count)
            ((new Vector<double>(_weights, pair) * scale) + least).CopyTo(_weights, pair);
        Array.Clear(_weights, Pairs, Padded - Pairs);
    }

    /// <summary>All bits set for the pairs that have no candidate between their thresholds.</summary>
    private Vector<long> Keeps(int pair, Vector<long> profile) => Vector.Equals(new Vector<long>(_masks, pair) & profile, Vector<long>.Zero);

    /// <summary>xorshift64* (Vigna 2016), from 0 to below 1.</summary>
    private double NextDraw()
    {
        _random ^= _random >> 12;
        _random ^= _random << 25;
        _random ^= _random >> 27;
        return ((_random * 0x2545F4914F6CDD1DUL) >> 11) * (1.0 / (1UL << 53));
    }
}
