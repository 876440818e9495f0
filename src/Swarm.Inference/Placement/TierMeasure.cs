namespace Swarm.Inference;

/// <summary>What has been measured of a tier: fixed space, not thread-safe.</summary>
public sealed class TierMeasure
{
    private const double EnoughObservations = 8;

    /// <summary>So many calls in vain one after the other are a lost tier, whatever it was like before.</summary>
    private const int TakenForLost = 4;

    private readonly Tier _tier;
    private readonly DecayingQuantiles[] _total;
    private readonly DecayingQuantiles[] _service;

    public TierMeasure(Tier tier, double halfLife)
    {
        _tier = tier;
        _total = [.. tier.Variants.Select(_ => new DecayingQuantiles(halfLife))];
        _service = [.. tier.Variants.Select(_ => new DecayingQuantiles(halfLife))];
        Link = new DecayingQuantiles(halfLife);
        Queue = new DecayingQuantiles(halfLife);
    }

    /// <summary>The way there and back, without queue and service.</summary>
    public DecayingQuantiles Link { get; }

    public DecayingQuantiles Queue { get; }

    public int InFlight { get; private set; }

    public long Answers { get; private set; }

    public long Losses { get; private set; }

    /// <summary>Calls without an answer in time since the last that had one.</summary>
    public int InVain { get; private set; }

    /// <summary>When a tier that seems lost may be tried again, by the clock of <see cref="PlacementPolicy"/>; null before it ever did.</summary>
    internal TimeSpan? ProbeAt { get; set; }

    /// <summary>From sending to receiving.</summary>
    public DecayingQuantiles Total(int variant) => _total[variant];

    public DecayingQuantiles Service(int variant) => _service[variant];

    /// <summary>The chance that an answer is here within <paramref name="limit"/>.</summary>
    public double ShareWithin(int variant, TimeSpan limit) =>
        InVain >= TakenForLost ? 0
        : _total[variant].Count >= EnoughObservations ? _total[variant].ShareWithin(limit)
        : Expected(variant) < limit ? 1 : 0;

    /// <summary>A quantile of <see cref="Total"/>, or twice what is expected while little has been measured.</summary>
    public TimeSpan TotalQuantile(int variant, double q) =>
        _total[variant].Count >= EnoughObservations ? _total[variant].Quantile(q)!.Value : 2 * Expected(variant);

    internal void Sent() => InFlight++;

    internal void Ended() => InFlight = Math.Max(0, InFlight - 1);

    internal void Answered(int variant, in TierTimes times, bool inTime)
    {
        Answers++;
        InVain = inTime ? 0 : InVain + 1;
        _total[variant].Add(times.Total);
        _service[variant].Add(times.Service);
        Queue.Add(times.Queue);
        Link.Add(times.Link);
    }

    /// <summary>
    /// A call given up before its time: it would have taken at least so long. That says something only where it is long already, and then for the quantile
    /// that hedging asks for it is as good as the whole.
    /// </summary>
    internal void CutShort(int variant, TimeSpan soFar, double longQuantile)
    {
        if (soFar >= TotalQuantile(variant, longQuantile))
            _total[variant].Add(soFar);
    }

    internal void NotAnswered(int variant)
    {
        Losses++;
        InVain++;
        _total[variant].AddLost();
    }

    /// <summary>As configured, except for what has been measured of the link by other variants.</summary>
    private TimeSpan Expected(int variant)
    {
        var link = Link.Quantile(0.5) ?? _tier.RoundTrip;
        return link == TimeSpan.MaxValue ? link / 4 : link + _tier.Variants[variant].ServiceTime;
    }
}
