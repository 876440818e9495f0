namespace Swarm.Inference;

/// <summary>
/// Escalates while acting on the local answer may cost more than asking, by an upper confidence bound on the loss for each bin of confidence:
/// HI-LCB (Chattopadhyay, Sutar, Champati and Moharir, arXiv 2508.08985), which is optimism in the face of uncertainty, used where only
/// asking teaches anything; its regret against the best choice per bin is O(log T).
/// </summary>
/// <remarks>
/// By default each bin stands for itself, as in HI-LCB-lite: a model whose confidence says little loses nothing by it. With <c>isMonotone</c> the loss is taken to fall with
/// confidence, as HI-LCB does: what was seen of less confident answers then bounds that of more confident ones too, and the bound of a bin is the least over all runs of bins
/// that end with it. That learns faster, and is wrong for good where the order does not hold. Otherwise than in the paper, the bound is that of
/// Kullback and Leibler (Garivier and Cappé 2011: <c>n·kl(mean, bound) = ln t</c>), tighter than Hoeffding's where losses are rare; observations fade (discounted
/// bounds: Garivier and Moulines 2011), so that a scene that changed is asked about again, at the price of asking now and then for ever: with fading the
/// regret is no longer O(log T) but grows with T / memory; and empty answers have a bin of their own, outside of the order.
/// </remarks>
public sealed class ConfidenceBoundRule : IEscalationRule
{
    private const int Bins = 16;
    private const int Empty = Bins;
    private const double Rescale = 1e12;

    private readonly bool _isMonotone;
    private readonly double _growth;
    private readonly double _refreshEvery;
    private readonly double[] _count = new double[Bins + 1];
    private readonly double[] _loss = new double[Bins + 1];
    private readonly double[] _atMost = new double[Bins + 1];

    /// <summary>What an observation made now weighs: older ones weigh less.</summary>
    private double _now = 1;

    private double _rounds;
    private double _sinceRefresh;

    /// <param name="memory">Rounds after which an observation counts 1/e; infinity for a world that never changes.</param>
    /// <param name="isMonotone">Whether a more confident answer is never worse on the mean.</param>
    public ConfidenceBoundRule(double memory = 5000, bool isMonotone = false)
    {
        _isMonotone = isMonotone;
        if (!(memory >= 10))
            throw new ArgumentOutOfRangeException(nameof(memory), memory, "at least 10 rounds expected");
        _growth = Math.Exp(1 / memory);
        _refreshEvery = Math.Min(memory / 16, 1000);
        Array.Fill(_atMost, 1);
    }

    public EscalationJudgement Judge(in LocalSummary local) => new(_atMost[BinOf(local)], 1);

    public void Settle(in LocalSummary local, in EscalationJudgement judgement, double cost, double? loss)
    {
        _rounds = 1 + (_rounds / _growth);
        _now *= _growth;
        if (loss is { } known)
        {
            _count[BinOf(local)] += _now;
            _loss[BinOf(local)] += _now * Math.Clamp(known, 0, 1);
        }

        if (loss is not null || ++_sinceRefresh >= _refreshEvery)
            Refresh();
    }

    private static int BinOf(in LocalSummary local) => local.IsEmpty ? Empty : Math.Clamp((int)(local.Confidence * Bins), 0, Bins - 1);

    private void Refresh()
    {
        _sinceRefresh = 0;
        if (_now > Rescale)
        {
            for (var bin = 0; bin <= Bins; bin++)
                (_count[bin], _loss[bin]) = (_count[bin] / _now, _loss[bin] / _now);
            _now = 1;
        }

        var within = Math.Log(Math.Max(_rounds, Math.E));
        var least = 1.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var (count, loss) = (0.0, 0.0);
            least = _isMonotone ? least : 1;
            for (var from = bin; from >= (_isMonotone ? 0 : bin); from--)
            {
                (count, loss) = (count + _count[from], loss + _loss[from]);
                least = Math.Min(least, Bound(count / _now, loss / _now, within));
            }

            _atMost[bin] = least;
        }

        _atMost[Empty] = Bound(_count[Empty] / _now, _loss[Empty] / _now, within);
    }

    private static double Bound(double count, double loss, double within) =>
        count < 0.1 ? 1 : UpperBound(Math.Min(1, loss / count), within / count);

    /// <summary>The greatest q with kl(mean, q) at most <paramref name="divergence"/>, rounded up: bisection below Pinsker's bound.</summary>
    internal static double UpperBound(double mean, double divergence)
    {
        var (low, high) = (mean, Math.Min(1, mean + Math.Sqrt(divergence / 2)));
        for (var step = 0; step < 16; step++)
        {
            var middle = (low + high) / 2;
            if (Divergence(mean, middle) > divergence)
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    private static double Divergence(double p, double q) =>
        (p <= 0 ? 0 : p * Math.Log(p / q)) + (p >= 1 ? 0 : (1 - p) * Math.Log((1 - p) / (1 - q)));
}
