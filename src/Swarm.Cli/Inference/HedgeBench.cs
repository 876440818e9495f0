using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>
/// Figure 3, in simulated time with the placement as it is: two tiers alike, a request at a time. A tier takes 14 ms for way and queue, spread by a log-normal of σ = 0.2, and one request
/// in a hundred stumbles: 200 ms to 2 s more, spread evenly over the logarithm (the least time that a TCP sender waits before it sends again on Linux, to a long pause).
/// The tiers stumble independently of one another. This is stated, not measured.
/// </summary>
internal static class HedgeBench
{
    private const double Stumbles = 0.01;

    public static HedgeFigures Run(int requests, CancellationToken cancellationToken)
    {
        var alone = Latencies(requests, hedged: false, out _, cancellationToken);
        var hedged = Latencies(requests, hedged: true, out var extra, cancellationToken);
        var (before, after) = (Quantile.Of(alone, 0.999)!.Value, Quantile.Of(hedged, 0.999)!.Value);
        return new HedgeFigures(requests, Quantile.Of(alone, 0.5)!.Value, before, after, before / after, extra / (double)requests);
    }

    private static double[] Latencies(int requests, bool hedged, out long extra, CancellationToken cancellationToken)
    {
        var time = new SimulatedTime();
        Tier[] tiers = [Tier(TierKind.Site), Tier(TierKind.Network)];
        SimulatedTier<double>[] ways = [Simulate(time, 1), Simulate(time, 2)];
        var placement = new InferencePlacement<int, double>(
            new PlacementPolicy(tiers, new ConfidenceBoundRule(), new PlacementOptions { HedgedShare = hedged ? 0.05 : 0 }),
            _ => new LocalResult<double>(0, new LocalSummary(0.1, 1, ScoreProfile.Empty), "local", 0),
            ways,
            new AnswerHandling<double>((_, _) => 1, _ => true),
            time,
            new InlineCalls());
        var latencies = new double[requests];
        for (var request = 0; request < requests; request++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var pending = placement.Begin(
                new InferenceRequest(request, "hedge", time.GetUtcNow(), TimeSpan.FromSeconds(20), 1000), request, CancellationToken.None);
            time.AdvanceTo(time.Now + TimeSpan.FromSeconds(30));
            var answer = pending.Final.Result;
            if (answer.Tier == TierKind.Device)
                throw new InvalidOperationException($"request {request} of figure 3 was not escalated: {answer.Outcome}, {answer.Decision.Reason}");
            latencies[request] = answer.Latency.TotalMilliseconds;
        }

        extra = ways.Sum(way => way.Calls) - requests;
        Array.Sort(latencies);
        return latencies;
    }

    private static Tier Tier(TierKind kind) => new(
        kind, kind.ToString(), [new TierVariant("model@1", 1, kind == TierKind.Site ? 0 : 0.01, 1, TimeSpan.FromMilliseconds(7))], TimeSpan.FromMilliseconds(7));

    private static SimulatedTier<double> Simulate(SimulatedTime time, int seed)
    {
        var random = new Random(seed);
        return new SimulatedTier<double>(
            time,
            () => TimeSpan.FromMilliseconds(
                (14 * Math.Exp(0.2 * Normal(random))) + (random.NextDouble() < Stumbles ? 200 * Math.Pow(10, random.NextDouble()) : 0)),
            call => new TierReply<double>(
                call.CallId, TierVerdict.Answered, call.ModelVersion, time.GetUtcNow(), TimeSpan.Zero, TimeSpan.Zero, 1, 1));
    }

    /// <summary>Box and Muller 1958.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
