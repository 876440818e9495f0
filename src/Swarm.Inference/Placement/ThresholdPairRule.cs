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

    private static readonly double Experts = Math.Log(Pairs);

    private readonly double _exploration;
    private readonly double _share;
    private readonly double[] _weights = new double[Pairs];
    private readonly uint[] _masks = new uint[Pairs];
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
                _masks[pair] = (uint)((1UL << (high * Width)) - (1UL << (low * Width)));
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
            var mask = _masks[best];
            return mask == 0
                ? (0, 0)
                : (System.Numerics.BitOperations.TrailingZeroCount(mask) / 32.0, 1 - (System.Numerics.BitOperations.LeadingZeroCount(mask) / 32.0));
        }
    }

    public EscalationJudgement Judge(in LocalSummary local)
    {
        var profile = local.Profile.Bits;
        var asking = 0.0;
        for (var pair = 0; pair < Pairs; pair++)
            asking += (profile & _masks[pair]) != 0 ? _weights[pair] : 0;
        var chance = _exploration + ((1 - _exploration) * Math.Clamp(asking, 0, 1));
        return new EscalationJudgement(NextDraw() < chance ? 1 : 0, chance);
    }

    public void Settle(in LocalSummary local, in EscalationJudgement judgement, double cost, double? loss)
    {
        var askedLoss = Math.Clamp(cost, 0, 1);
        var keptLoss = loss is { } known ? Math.Clamp(known, 0, 1) / judgement.Propensity : 0;
        var profile = local.Profile.Bits;
        var asking = 0.0;
        for (var pair = 0; pair < Pairs; pair++)
            asking += (profile & _masks[pair]) != 0 ? _weights[pair] : 0;
        // The rate falls with the spread of the losses that were seen, as second-order bounds have it.
        _spread += asking * (1 - asking) * (askedLoss - keptLoss) * (askedLoss - keptLoss);
        var rate = Math.Min(1, Math.Sqrt(Experts / (Experts + _spread)));
        var asked = Math.Exp(-rate * askedLoss);
        var kept = Math.Exp(-rate * keptLoss);
        var sum = 0.0;
        for (var pair = 0; pair < Pairs; pair++)
            sum += _weights[pair] *= (profile & _masks[pair]) != 0 ? asked : kept;
        var scale = (1 - _share) / sum;
        for (var pair = 0; pair < Pairs; pair++)
            _weights[pair] = (_weights[pair] * scale) + (_share / Pairs);
    }

    /// <summary>xorshift64* (Vigna 2016), from 0 to below 1.</summary>
    private double NextDraw()
    {
        _random ^= _random >> 12;
        _random ^= _random << 25;
        _random ^= _random >> 27;
        return ((_random * 0x2545F4914F6CDD1DUL) >> 11) * (1.0 / (1UL << 53));
    }
}
