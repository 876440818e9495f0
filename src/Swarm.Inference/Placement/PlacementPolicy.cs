namespace Swarm.Inference;

/// <summary>
/// Decides where the requests of one task on one device go, once the local answer is there: nowhere, or to the tier that is worth most by
/// <c>chance to be in time × loss it spares − cost</c>. Fixed space; deciding allocates nothing and takes well under a microsecond. Pure: it is told the time. Not thread-safe:
/// <see cref="InferencePlacement{TInput, TOutput}"/> guards it.
/// </summary>
public sealed class PlacementPolicy
{
    private readonly PlacementOptions _options;
    private readonly IEscalationRule _rule;
    private readonly Tier[] _tiers;
    private readonly TierMeasure[] _measures;
    private ShareBudget _escalations;
    private ShareBudget _hedges;

    /// <param name="tiers">Those that may be asked, nearest first; the device's own other variants may be one of them.</param>
    /// <exception cref="ArgumentException">A setting is out of its range: the message names it.</exception>
    public PlacementPolicy(IReadOnlyList<Tier> tiers, IEscalationRule rule, PlacementOptions? options = null)
    {
        _options = options ?? new PlacementOptions();
        _options.Validate();
        _tiers = [.. tiers];
        foreach (var tier in _tiers)
        {
            if (tier.Variants.Count is 0 or > Tier.MaxVariants)
                throw new ArgumentException($"tier {tier.Name} has {tier.Variants.Count} variants: 1 to {Tier.MaxVariants} expected", nameof(tiers));
            if (tier.MaxInFlight < 1)
                throw new ArgumentException($"tier {tier.Name} allows {tier.MaxInFlight} calls at once: 1 or more expected", nameof(tiers));
        }

        _rule = rule;
        _measures = [.. _tiers.Select(tier => new TierMeasure(tier, _options.HalfLife))];
        _escalations = new ShareBudget(_options.EscalatedShare, burst: 16, saved: _options.EscalatedShare >= 1 ? 1 : 0);
        _hedges = new ShareBudget(_options.HedgedShare, burst: 16);
    }

    public IReadOnlyList<Tier> Tiers => _tiers;

    public PlacementOptions Options => _options;

    /// <summary>The battery's charge, from 0 to 1. Joules are worth the more, the less there is.</summary>
    public double Charge { get; set; } = 1;

    /// <summary>What has been measured of each of <see cref="Tiers"/>.</summary>
    public IReadOnlyList<TierMeasure> Measures => _measures;

    /// <summary>Decides. What was decided to be sent has to be sent: it is counted against the shares.</summary>
    /// <param name="spent">Since the asking.</param>
    /// <param name="now">By any clock that only goes forward.</param>
    public PlacementDecision Decide(in InferenceRequest request, in LocalSummary local, TimeSpan spent, TimeSpan now)
    {
        _escalations.Count();
        var judgement = _rule.Judge(local);
        var left = request.Deadline - spent;
        if (_tiers.Length == 0)
            return PlacementDecision.Local(PlacementReason.NoTier, 0, 0, judgement);
        if (left <= TimeSpan.Zero)
            return PlacementDecision.Local(PlacementReason.NoTimeLeft, judgement.LossAtMost, 0, judgement);
        var inQuestion = local.IsEmpty ? request.EmptyMayMiss : !(local.Confidence >= request.ConfidenceNeeded);
        if (!inQuestion)
            return PlacementDecision.Local(PlacementReason.LocalConfident, judgement.LossAtMost, 0, judgement);
        if (Charge <= _options.BatteryReserve)
            return PlacementDecision.Local(PlacementReason.BatteryLow, judgement.LossAtMost, 0, judgement);

        var best = Choose(request, judgement.LossAtMost, left, now, except: -1);
        if (best.Tier < 0)
            return PlacementDecision.Local(best.Why, judgement.LossAtMost, best.Cost, judgement);
        if (!_escalations.TryTake())
            return PlacementDecision.Local(PlacementReason.BudgetSpent, best.Gain, best.Cost, judgement);
        if (best.Why == PlacementReason.Probe)
            PlanProbe(best.Tier, now);
        _hedges.Count();
        var reason = best.Why == PlacementReason.Probe ? best.Why : local.IsEmpty ? PlacementReason.LocalEmpty : PlacementReason.LocalUncertain;
        var decision = new PlacementDecision(
            reason, best.Tier, best.Variant, -1, 0, TimeSpan.Zero, best.ShareInTime, best.Gain, best.Cost, judgement);
        return _tiers.Length == 1 ? decision : WithHedge(decision, request, left, now);
    }

    /// <summary>Takes a hedge out of the share of requests that may be sent twice; false where it is spent.</summary>
    public bool TryHedge() => _hedges.TryTake();

    /// <summary>A call went out to a tier.</summary>
    public void Sent(int tier) => _measures[tier].Sent();

    /// <summary>A call to a tier is over, however it ended: its answer, if any, is told apart.</summary>
    public void Ended(int tier) => _measures[tier].Ended();

    /// <summary>A valid answer came, in time or late.</summary>
    public void Answered(int tier, int variant, in TierTimes times, bool inTime) => _measures[tier].Answered(variant, times, inTime);

    /// <summary>A call was given up because another answer was there first.</summary>
    public void CutShort(int tier, int variant, TimeSpan soFar) => 
        _measures[tier].CutShort(variant, soFar, _options.HedgeQuantile);

    /// <summary>No answer came that could be used: the call failed, was refused, or what came was no valid answer.</summary>
    public void NotAnswered(int tier, int variant, TimeSpan now)
    {
        _measures[tier].NotAnswered(variant);
        if (_measures[tier].InVain == 1)
            PlanProbe(tier, now);
    }

    /// <summary>Ends the round of a request: see <see cref="IEscalationRule.Settle"/>.</summary>
    public void Settle(in LocalSummary local, in PlacementDecision decision, double? loss) =>
        _rule.Settle(local, decision.Judgement, decision.Cost, loss);

    private Candidate Choose(in InferenceRequest request, double loss, TimeSpan left, TimeSpan now, int except)
    {
        var best = new Candidate(-1, 0, 0, 0, 0, double.NegativeInfinity, PlacementReason.NoTierInTime);
        for (var tier = 0; tier < _tiers.Length; tier++)
        {
            if (tier == except)
                continue;
            var measure = _measures[tier];
            var variants = _tiers[tier].Variants;
            for (var variant = 0; variant < variants.Count; variant++)
            {
                var share = measure.ShareWithin(variant, left);
                var why = PlacementReason.LocalUncertain;
                if (share < _options.LeastShareInTime)
                {
                    // One that is never asked could never show that it is fast again.
                    if (except >= 0 || !IsProbeDue(tier, now))
                        continue;
                    // Whether it is worth it is judged as if the tier were back: else a dear one would never be tried again.
                    (share, why) = (1, PlacementReason.Probe);
                }

                var gain = loss * variants[variant].Quality;
                var cost = Cost(tier, variant, request.PayloadBytes);
                var value = (share * gain) - cost;
                var isBusy = measure.InFlight >= _tiers[tier].MaxInFlight;
                if (value > 0 && !isBusy && value > best.Value)
                    best = new Candidate(tier, variant, share, gain, cost, value, why);
                else if (best.Tier < 0 && best.Why != PlacementReason.TierBusy)
                    best = best with { Cost = cost, Why = value > 0 ? PlacementReason.TierBusy : PlacementReason.NotWorthIt };
            }
        }

        return best;
    }

    private PlacementDecision WithHedge(in PlacementDecision decision, in InferenceRequest request, TimeSpan left, TimeSpan now)
    {
        var after = _measures[decision.Tier].TotalQuantile(decision.Variant, _options.HedgeQuantile);
        if (after >= left)
            return decision;
        var second = Choose(request, 1, left - after, now, except: decision.Tier);
        return second.Tier < 0 ? decision : decision with { HedgeTier = second.Tier, HedgeVariant = second.Variant, HedgeAfter = after };
    }

    private double Cost(int tier, int variant, int payloadBytes)
    {
        var joules = _tiers[tier].DeviceJoules(variant, payloadBytes);
        return _tiers[tier].Variants[variant].Cost + (joules * _options.LossPerJoule / Math.Max(Charge - _options.BatteryReserve, 1e-3)
            * (1 - _options.BatteryReserve));
    }

    /// <summary>A tier that is found too slow waits for its first probe as one that is lost does.</summary>
    private bool IsProbeDue(int tier, TimeSpan now)
    {
        if (_measures[tier].ProbeAt is { } due)
            return now >= due;
        PlanProbe(tier, now);
        return false;
    }

    private void PlanProbe(int tier, TimeSpan now)
    {
        var doublings = Math.Clamp(_measures[tier].InVain - 1, 0, 30);
        var wait = _options.FirstProbeWait.TotalSeconds * Math.Pow(2, doublings);
        _measures[tier].ProbeAt = now + TimeSpan.FromSeconds(Math.Min(wait, _options.LongestProbeWait.TotalSeconds));
    }

    private readonly record struct Candidate(
        int Tier, int Variant, double ShareInTime, double Gain, double Cost, double Value, PlacementReason Why);
}
