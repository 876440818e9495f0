using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>
/// Figure 2, regret: requests whose frames are drawn from those of the real scene, with replacement. An answer that misses a person costs 1; asking costs a fifth, and the missed person
/// as well where the answer is late. Steady: frames of the second half over a good link. Changing: frames of the first half, then of the second; the link is good,
/// then bad (half of the answers late) for the third quarter, then good again.
/// </summary>
internal sealed class RegretBench
{
    /// <summary>The rule that <c>regret</c> is of.</summary>
    public const string Default = "confidence bounds";

    private const double LossPerPerson = 1;
    private const double AskingCost = 0.2;
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(100);

    private readonly string _name;
    private readonly Round[] _rounds;

    private RegretBench(string name, Round[] rounds) => (_name, _rounds) = (name, rounds);

    public static RegretBench Steady(LadderBench ladder, int requests) => Draw("steady", requests, ladder.Rounds(scored: true), null);

    public static RegretBench Changing(LadderBench ladder, int requests) => Draw("changing", requests, ladder.Rounds(scored: false), ladder.Rounds(scored: true));

    public IReadOnlyList<RegretRow> Run()
    {
        var (low, high, best) = BestPair();
        var width = 1.0 / ScoreProfile.Bins;
        return
        [
            Row($"best fixed pair, {low * width:0.00} to {high * width:0.00}", best, best, _rounds.Count(round => round.Summary.Profile.HasIn(low, high))),
            Play(Default, new ConfidenceBoundRule(), best),
            Play("threshold pairs", new ThresholdPairRule(_rounds.Length), best),
            Row("never", _rounds.Sum(round => round.Loss), best, 0),
            Row("always", _rounds.Sum(Asked), best, _rounds.Length),
        ];
    }

    private static RegretBench Draw(
        string name, int requests, IReadOnlyList<(LocalSummary Summary, int Missed)> first, IReadOnlyList<(LocalSummary Summary, int Missed)>? second)
    {
        var random = new Random(7);
        var rounds = new Round[requests];
        for (var index = 0; index < requests; index++)
        {
            var frames = second is not null && index >= requests / 2 ? second : first;
            var (summary, missed) = frames[random.Next(frames.Count)];
            var isBad = second is not null && index >= requests / 2 && index < requests * 3 / 4;
            var milliseconds = isBad && random.NextDouble() < 0.5 ? 120 + (100 * random.NextDouble()) : 20 + (20 * random.NextDouble());
            rounds[index] = new Round(summary, Math.Min(1, LossPerPerson * missed), TimeSpan.FromMilliseconds(milliseconds));
        }

        return new RegretBench(name, rounds);
    }

    private static double Asked(Round round) => AskingCost + (round.Takes < Deadline ? 0 : round.Loss);

    private RegretRow Row(string rule, double loss, double best, int asked) =>
        new(_name, rule, loss / _rounds.Length, (loss - best) / best, asked / (double)_rounds.Length);

    private (int Low, int High, double Loss) BestPair()
    {
        var best = (Low: 0, High: 0, Loss: _rounds.Sum(round => round.Loss));
        for (var low = 0; low < ScoreProfile.Bins; low++)
        {
            for (var high = low + 1; high <= ScoreProfile.Bins; high++)
            {
                var loss = _rounds.Sum(round => round.Summary.Profile.HasIn(low, high) ? Asked(round) : round.Loss);
                best = loss < best.Loss ? (low, high, loss) : best;
            }
        }

        return best;
    }

    private RegretRow Play(string name, IEscalationRule rule, double best)
    {
        var policy = new PlacementPolicy(
            [new Tier(TierKind.Site, "site", [new TierVariant("largest", 1, AskingCost, 0, TimeSpan.FromMilliseconds(20))], TimeSpan.FromMilliseconds(10))],
            rule,
            new PlacementOptions { LeastShareInTime = 0.2 });
        var (loss, asked) = (0.0, 0);
        for (var index = 0; index < _rounds.Length; index++)
        {
            var round = _rounds[index];
            var request = new InferenceRequest(index, "persons", DateTimeOffset.UnixEpoch, Deadline, 48_000);
            var decision = policy.Decide(request, round.Summary, TimeSpan.Zero, TimeSpan.FromSeconds(index));
            loss += decision.IsEscalated ? Asked(round) : round.Loss;
            if (decision.IsEscalated)
            {
                asked++;
                policy.Answered(0, 0, new TierTimes(round.Takes, default, default), round.Takes < Deadline);
            }

            // What comes late teaches as well.
            policy.Settle(round.Summary, decision, decision.IsEscalated ? round.Loss : null);
        }

        return Row(name, loss, best, asked);
    }

    private readonly record struct Round(LocalSummary Summary, double Loss, TimeSpan Takes);
}
