using Swarm.Domain;
using System.Diagnostics;
using Swarm.Inference;

namespace Swarm.Cli;

/// <summary>
/// Figure 1: the reflex and the placement as devices run them, a request each millisecond of simulated time with 20 ms for a better answer, while tiers fail one after
/// the other and all together.
/// </summary>
internal static class DeadlineBench
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>A third of the requests is uncertain: below this of a confidence from 0 to 1.</summary>
    private const double Needed = 1.0 / 3;

    public static DeadlineFigures Run(int ticks, CancellationToken cancellationToken)
    {
        var time = new SimulatedTime();
        var schedule = new FaultSchedule(ticks * Tick);
        var random = new Random(1);
        var reflex = new Reflex(new ReflexProfile { Length = 0.8, Width = 0.6, MaxSpeed = 3, Acceleration = 1, Braking = 3 }, ReflexNet.Shipped);
        var inputs = Inputs(random);
        var (late, refused) = (0, 0);
        Tier[] tiers = [Tier(TierKind.Site, 1.5), Tier(TierKind.Network, 5), Tier(TierKind.Central, 12)];
        var placement = new InferencePlacement<int, double>(
            new PlacementPolicy(tiers, new ConfidenceBoundRule()),
            tick =>
            {
                var verdict = reflex.Step(inputs[tick % inputs.Length]);
                // How sure a reflex can be is not the matter here: any part of the requests has to be safe to escalate.
                return new LocalResult<double>(verdict.Speed, new LocalSummary(random.NextDouble(), 1, ScoreProfile.Empty), "reflex", 0);
            },
            [.. tiers.Select(tier => Simulate(tier, time, schedule, random))],
            new AnswerHandling<double>((local, better) => Math.Min(1, Math.Abs(local - better)), speed => speed is >= 0 and <= 3)
            {
                OnLate = _ => late++,
                OnRefusal = (_, _) => refused++,
            },
            time,
            new InlineCalls());

        var open = new Queue<(TimeSpan Asked, ValueTask<Answer<double>> Final)>();
        var wall = new double[ticks];
        var (misses, escalated, improved) = (0, 0, 0);
        for (var tick = 0; tick < ticks; tick++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            time.AdvanceTo(tick * Tick);
            Close();
            var started = Stopwatch.GetTimestamp();
            var pending = placement.Begin(
                new InferenceRequest(tick, "speed", time.GetUtcNow(), Deadline, 200, Needed), tick, CancellationToken.None);
            wall[tick] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            misses += pending.Local.Latency > TimeSpan.Zero || !double.IsFinite(pending.Local.Output) ? 1 : 0;
            escalated += pending.Local.Decision.IsEscalated ? 1 : 0;
            open.Enqueue((time.Now, pending.Final));
        }

        time.AdvanceTo((ticks * Tick) + Deadline);
        Close();
        misses += open.Count;
        Array.Sort(wall);
        return new DeadlineFigures(
            ticks, misses, escalated, improved, late, refused, RetryMisses(ticks, schedule), wall[(int)(ticks * 0.99)]);

        // What was asked a deadline ago has to have its answer, and one that is not late.
        void Close()
        {
            while (open.TryPeek(out var oldest) && time.Now >= oldest.Asked + Deadline)
            {
                open.Dequeue();
                if (!oldest.Final.IsCompletedSuccessfully)
                {
                    misses++;
                    continue;
                }

                var answer = oldest.Final.Result;
                var isBetter = answer.Outcome is AnswerOutcome.Escalated or AnswerOutcome.Hedged;
                misses += answer.Latency >= Deadline ? 1 : 0;
                improved += isBetter ? 1 : 0;
            }
        }
    }

    /// <summary>
    /// Ticks that a device misses that escalates the same third, one request at a time, and waits: five attempts, 3 s apart, before it takes its own answer. (What a client does
    /// that is written so; the figures are those of Sedna's joint inference, see docs/inference.md.)
    /// </summary>
    private static int RetryMisses(int ticks, FaultSchedule schedule)
    {
        const int Attempts = 5;
        var wait = TimeSpan.FromSeconds(3);
        var random = new Random(1);
        var (served, misses) = (0, 0);
        TimeSpan now;
        for (var tick = 0; tick < ticks; tick = Math.Max(tick + 1, (int)(now / Tick)))
        {
            // Ticks that fell due while it waited had no answer in time.
            misses += tick - served;
            served = tick + 1;
            now = tick * Tick;
            if (random.NextDouble() >= Needed)
                continue;
            var attempt = 1;
            while (!schedule.AnswersAtSite(now) && attempt < Attempts)
            {
                now += wait;
                attempt++;
            }

            misses += now - (tick * Tick) > Deadline ? 1 : 0;
        }

        return misses + (ticks - served);
    }

    private static SimulatedTier<double> Simulate(Tier tier, SimulatedTime time, FaultSchedule schedule, Random random)
    {
        TierReply<double>? old = null;
        return new SimulatedTier<double>(
            time,
            () => schedule.Delay(tier.Kind, tier.RoundTrip * (1 + (0.5 * random.NextDouble())), time.Now),
            call =>
            {
                var reply = new TierReply<double>(
                    call.CallId, TierVerdict.Answered, call.ModelVersion, time.GetUtcNow(), TimeSpan.Zero, TimeSpan.Zero, 0.9, random.NextDouble());
                var spoilt = schedule.Spoil(tier.Kind, reply, old, time.Now);
                old ??= reply;
                return spoilt;
            });
    }

    private static Tier Tier(TierKind kind, double milliseconds) => new(
        kind,
        kind.ToString(),
        [new TierVariant($"{kind}@1", 1, 0.01, 1, TimeSpan.FromMilliseconds(0.1))],
        TimeSpan.FromMilliseconds(milliseconds),
        MaxInFlight: 32);

    private static ReflexInput[] Inputs(Random random)
    {
        var inputs = new ReflexInput[256];
        for (var index = 0; index < inputs.Length; index++)
        {
            var ranges = SectorRanges.Clear;
            for (var sector = 0; sector < SectorRanges.Count; sector++)
                ranges[sector] = (float)(0.5 + (random.NextDouble() * (SectorRanges.Reach - 0.5)));
            inputs[index] = new ReflexInput(ranges, random.NextDouble() * 3, random.NextDouble() - 0.5, random.NextDouble());
        }

        return inputs;
    }
}
