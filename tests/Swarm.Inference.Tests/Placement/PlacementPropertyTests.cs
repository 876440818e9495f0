using Swarm.Domain;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Swarm.Inference.Tests;

/// <summary>Whatever the tiers do: random delays, silence, errors, garbage, old replies, wrong clocks.</summary>
public sealed class PlacementPropertyTests
{
    private enum Mood
    {
        Answers,
        Silent,
        Throws,
        ThrowsLater,
        Garbage,
        OtherRequest,
        OldReply,
        ClockAhead,
        Declines,
        NoReply,
        CancelsItself,
    }

    private static readonly Gen<(Mood Mood, int Milliseconds)> GenDeed =
        Gen.Select(Gen.Int[0, 10].Select(mood => (Mood)mood), Gen.Int[0, 300], (mood, delay) => (mood, delay));

    private static readonly Gen<Ask[]> GenAsks = Gen.Select(GenDeed, GenDeed, Gen.Int[0, 150], Gen.Int[0, 1], Gen.Int[0, 9], (one, two, pause, count, cancel) =>
        new Ask(one, two, pause, count, cancel == 0)).Array[1, 40];

    [Fact]
    public void AnswerAsync_WhateverTheTiersDo_AnAnswerByTheDeadlineAndNeverALateOne() => GenAsks.Sample(asks =>
    {
        var current = asks[0];
        TierReply<int>? old = null;
        ScriptedTier Tier(FakeTimeProvider time, Func<Ask, (Mood, int)> deed) => new(
            (call, _) => Do(time, call, deed(current), () => old, reply => old = reply));
        var rig = new PlacementRig(
            new PlacementOptions { HedgedShare = 1, FirstProbeWait = TimeSpan.FromMilliseconds(1), LongestProbeWait = TimeSpan.FromMilliseconds(50) },
            time => Tier(time, ask => ask.One),
            time => Tier(time, ask => ask.Two));
        var all = new List<(PendingAnswer<int> Pending, DateTimeOffset Asked, CancellationTokenSource Cancel)>();
        foreach (var ask in asks)
        {
            (current, rig.Count) = (ask, ask.Count);
            var cancel = new CancellationTokenSource();
            var pending = rig.BeginUntil(cancel.Token);
            // The local answer is there at once, always.
            Assert.Equal((7, TierKind.Device, AnswerOutcome.Local), (pending.Local.Output, pending.Local.Tier, pending.Local.Outcome));
            all.Add((pending, rig.Time.GetUtcNow(), cancel));
            for (var step = 0; step < ask.Pause; step++)
            {
                rig.Advance(1);
                All(all, rig);
            }

            if (ask.Cancels)
                cancel.Cancel();
        }

        for (var step = 0; step < 1500; step++)
        {
            rig.Advance(1);
            All(all, rig);
        }

        Assert.Empty(all);
        Assert.All(rig.Policy.Measures, measure => Assert.Equal(0, measure.InFlight));
        Assert.All(rig.Late, late => Assert.True(late.Latency >= PlacementRig.Deadline));
    }, iter: 60);

    /// <summary>Checks what has ended, and that nothing is open beyond its deadline.</summary>
    private static void All(List<(PendingAnswer<int> Pending, DateTimeOffset Asked, CancellationTokenSource Cancel)> all, PlacementRig rig)
    {
        for (var index = all.Count - 1; index >= 0; index--)
        {
            var (pending, asked, _) = all[index];
            var age = rig.Time.GetUtcNow() - asked;
            if (!pending.Final.IsCompleted)
            {
                Assert.True(age < PlacementRig.Deadline, $"no answer after {age}");
                continue;
            }

            Assert.True(pending.Final.IsCompletedSuccessfully);
#pragma warning disable xUnit1031 // It has ended.
            var final = pending.Final.Result;
#pragma warning restore xUnit1031
            Assert.True(final.Latency < PlacementRig.Deadline);
            if (final.Outcome is AnswerOutcome.Escalated or AnswerOutcome.Hedged)
                Assert.Equal(107, final.Output);
            else
                Assert.Equal((7, TierKind.Device), (final.Output, final.Tier));
            all.RemoveAt(index);
        }
    }

    private static Task<TierReply<int>> Do(
        FakeTimeProvider time, TierCall<int> call, (Mood Mood, int Milliseconds) deed, Func<TierReply<int>?> old, Action<TierReply<int>> remember)
    {
        if (deed.Mood == Mood.Throws)
            throw new InvalidOperationException("down");
        var source = new TaskCompletionSource<TierReply<int>>();
        if (deed.Mood == Mood.Silent)
            return source.Task;
        var reply = ScriptedTier.Reply(call, time);
        void Act()
        {
            var now = reply with { AnsweredAt = time.GetUtcNow() };
            switch (deed.Mood)
            {
                case Mood.ThrowsLater:
                    source.SetException(new TimeoutException());
                    return;
                case Mood.CancelsItself:
                    source.SetCanceled(CancellationToken.None);
                    return;
                case Mood.Answers:
                    remember(now);
                    source.SetResult(now);
                    return;
                default:
                    source.SetResult(deed.Mood switch
                    {
                        Mood.Garbage => now with { Output = -1 },
                        Mood.OtherRequest => now with { CallId = now.CallId + 1000, Output = 999 },
                        Mood.OldReply => (old() ?? now with { CallId = -4 }) with { Output = 999 },
                        Mood.ClockAhead => now with { AnsweredAt = now.AnsweredAt.AddDays(1), Output = 999 },
                        Mood.Declines => now with { Verdict = TierVerdict.TooLate, Output = 999 },
                        _ => null!,
                    });
                    return;
            }
        }

        if (deed.Milliseconds == 0)
            Act();
        else
            time.CreateTimer(_ => Act(), state: null, TimeSpan.FromMilliseconds(deed.Milliseconds), Timeout.InfiniteTimeSpan);
        return source.Task;
    }

    private sealed record Ask((Mood, int) One, (Mood, int) Two, int Pause, int Count, bool Cancels);
}
