using Swarm.Domain;
using System.Diagnostics;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>Time and memory of <see cref="PlacementPolicy.Decide"/>, with all that a round that stays local needs.</summary>
internal static class DecisionBench
{
    private const int Rounds = 200_000;

    public static DecisionFigures Run(string name, IEscalationRule rule)
    {
        TierVariant[] variants =
        [
            new("large@1", 1, 0.1, 2, TimeSpan.FromMilliseconds(132)), new("medium@1", 0.97, 0.08, 1, TimeSpan.FromMilliseconds(51)),
        ];
        var policy = new PlacementPolicy(
            [
                new Tier(TierKind.Site, "site", variants, TimeSpan.FromMilliseconds(5), 3e-7),
                new Tier(TierKind.Network, "network", variants, TimeSpan.FromMilliseconds(15), 3e-7),
                new Tier(TierKind.Central, "central", variants, TimeSpan.FromMilliseconds(60), 3e-7),
            ],
            rule,
            new PlacementOptions { LossPerJoule = 0.01 });
        for (var tier = 0; tier < 3; tier++)
        {
            for (var answer = 0; answer < 100; answer++)
                policy.Answered(tier, answer % 2, new TierTimes(TimeSpan.FromMilliseconds(60 + answer), default, default), inTime: true);
        }

        var request = new InferenceRequest(1, "persons", DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(200), 48_000);
        Loop(policy, request, Rounds / 4);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        Loop(policy, request, Rounds);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new DecisionFigures(
            name, elapsed.TotalNanoseconds / Rounds, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Rounds);
    }

    private static void Loop(PlacementPolicy policy, in InferenceRequest request, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var local = new LocalSummary((round & 31) / 32.0, 1, new ScoreProfile((uint)round | 1));
            var decision = policy.Decide(request, local, TimeSpan.FromMilliseconds(12), TimeSpan.Zero);
            policy.Settle(local, decision, loss: null);
        }
    }
}
