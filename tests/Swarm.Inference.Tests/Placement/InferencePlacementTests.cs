using Swarm.Domain;

namespace Swarm.Inference.Tests;

public sealed class InferencePlacementTests
{
    private static readonly TimeSpan Fast = TimeSpan.FromMilliseconds(10);

    [Fact]
    public async Task Begin_TierInTime_LocalFirstThenBetter()
    {
        var rig = new PlacementRig(null, time => ScriptedTier.After(time, Fast));

        var pending = rig.Begin();

        Assert.Equal(7, pending.Local.Output);
        Assert.Equal(TierKind.Device, pending.Local.Tier);
        Assert.False(pending.Final.IsCompleted);
        rig.Advance(10);
        var final = await pending.Final;
        Assert.Equal((107, TierKind.Site, "model-0@1"), (final.Output, final.Tier, final.ModelVersion));
        Assert.Equal(AnswerOutcome.Escalated, final.Outcome);
        Assert.Equal(PlacementReason.LocalUncertain, final.Decision.Reason);
        Assert.Equal(Fast, final.Latency);
        Assert.Equal(0.5 + (8000 * 1e-6), final.Joules, 9);
    }

    [Fact]
    public void Begin_ConfidentEnough_NobodyAsked()
    {
        var rig = new PlacementRig(null, time => ScriptedTier.After(time, Fast)) { Confidence = 1 };

        var pending = rig.Begin();

        Assert.True(pending.Final.IsCompletedSuccessfully);
        Assert.Equal(PlacementReason.LocalConfident, pending.Local.Decision.Reason);
        Assert.Empty(rig.Tiers[0].Calls);
    }

    [Fact]
    public void Begin_EmptyHoweverConfident_IsLookedAtTwice()
    {
        var rig = new PlacementRig(null, time => ScriptedTier.After(time, Fast)) { Confidence = 1, Count = 0 };

        var pending = rig.Begin();

        Assert.Equal(PlacementReason.LocalEmpty, pending.Local.Decision.Reason);
        Assert.Single(rig.Tiers[0].Calls);
    }

    [Fact]
    public async Task Begin_TierSilent_LocalStandsAtTheDeadlineAndTheCallIsCancelledLater()
    {
        var rig = new PlacementRig(null, _ => ScriptedTier.Silent());
        var pending = rig.Begin();

        rig.Advance(99);
        Assert.False(pending.Final.IsCompleted);
        rig.Advance(1);

        var final = await pending.Final;
        Assert.Equal((7, AnswerOutcome.DeadlinePassed), (final.Output, final.Outcome));
        Assert.False(rig.Tiers[0].Calls[0].Token.IsCancellationRequested);
        rig.Advance(1000);
        Assert.True(rig.Tiers[0].Calls[0].Token.IsCancellationRequested);
        Assert.Equal(1, rig.Policy.Measures[0].Losses);
        Assert.Equal(0, rig.Policy.Measures[0].InFlight);
    }

    [Fact]
    public async Task Begin_AnswerLate_LearntFromAndNotActedOn()
    {
        var rig = new PlacementRig(null, time => ScriptedTier.After(time, TimeSpan.FromMilliseconds(150)));
        var pending = rig.Begin();

        rig.Advance(100);
        var final = await pending.Final;
        rig.Advance(50);

        Assert.Equal(7, final.Output);
        var late = Assert.Single(rig.Late);
        Assert.Equal((107, 1.0, TimeSpan.FromMilliseconds(150)), (late.Output, late.Loss, late.Latency));
        Assert.Equal(1, rig.Policy.Measures[0].Answers);
    }

    [Fact]
    public async Task Begin_FirstTierSlow_SecondIsAskedAndTheFirstCancelled()
    {
        var slow = false;
        var rig = new PlacementRig(
            new PlacementOptions { HedgedShare = 1 },
            time => new ScriptedTier((call, token) => slow
                ? new TaskCompletionSource<TierReply<int>>().Task
                : ScriptedTier.After(time, TimeSpan.FromMilliseconds(8)).InferAsync(call, token)),
            time => ScriptedTier.After(time, Fast));
        for (var warm = 0; warm < 20; warm++)
        {
            rig.Begin();
            rig.Advance(8);
        }

        slow = true;
        var pending = rig.Begin();
        rig.Advance(9);
        Assert.Single(rig.Tiers[1].Calls);
        rig.Advance(10);

        var final = await pending.Final;
        Assert.Equal((AnswerOutcome.Hedged, TierKind.Network), (final.Outcome, final.Tier));
        Assert.True(rig.Tiers[0].Calls[^1].Token.IsCancellationRequested);
        Assert.Equal(0, rig.Policy.Measures[0].InFlight);
    }

    [Fact]
    public async Task Begin_FirstTierThrows_SecondIsAskedAtOnce()
    {
        var rig = new PlacementRig(
            new PlacementOptions { HedgedShare = 1 },
            _ => new ScriptedTier((_, _) => throw new InvalidOperationException("no route")),
            time => ScriptedTier.After(time, Fast));

        var pending = rig.Begin();
        rig.Advance(10);

        Assert.Equal(AnswerOutcome.Hedged, (await pending.Final).Outcome);
        Assert.Equal("no route", Assert.Single(rig.Failures).Message);
    }

    [Fact]
    public async Task Begin_EveryTierThrows_LocalStandsAtOnce()
    {
        var rig = new PlacementRig(null, _ => new ScriptedTier((_, _) => Task.FromException<TierReply<int>>(new TimeoutException())));

        var final = await rig.Begin().Final;

        Assert.Equal((7, AnswerOutcome.TierFailed), (final.Output, final.Outcome));
    }

    [Fact]
    public async Task Begin_Cancelled_LocalStandsAndTheTierIsTold()
    {
        var rig = new PlacementRig(null, _ => ScriptedTier.Silent());
        using var cancel = new CancellationTokenSource();
        var pending = rig.BeginUntil(cancel.Token);

        await cancel.CancelAsync();

        var final = await pending.Final;
        Assert.Equal((7, AnswerOutcome.Cancelled), (final.Output, final.Outcome));
        Assert.True(rig.Tiers[0].Calls[0].Token.IsCancellationRequested);
        Assert.Equal(0, rig.Policy.Measures[0].InFlight);
    }

    [Fact]
    public async Task Begin_Declined_LocalStandsAtOnce()
    {
        var rig = new PlacementRig(null, time => ScriptedTier.After(time, Fast, reply => reply with { Verdict = TierVerdict.Overloaded, Output = 0 }));
        var pending = rig.Begin();

        rig.Advance(10);

        Assert.Equal(AnswerOutcome.TierDeclined, (await pending.Final).Outcome);
        Assert.Empty(rig.Refusals);
    }

    public static TheoryData<ReplyRefusal> Spoilt =>
    [
        ReplyRefusal.OtherRequest, ReplyRefusal.NoModel, ReplyRefusal.BadConfidence, ReplyRefusal.BadTimes, ReplyRefusal.ClockAhead,
        ReplyRefusal.ClockBehind, ReplyRefusal.BadOutput, ReplyRefusal.BadVerdict,
    ];

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task Begin_ReplyCannotBe_RefusedByNameAndLocalStands(ReplyRefusal expected)
    {
        var rig = new PlacementRig(null, time => ScriptedTier.After(time, Fast, reply => expected switch
        {
            ReplyRefusal.OtherRequest => reply with { CallId = reply.CallId + 1 },
            ReplyRefusal.NoModel => reply with { ModelVersion = " " },
            ReplyRefusal.BadConfidence => reply with { Confidence = double.NaN },
            ReplyRefusal.BadTimes => reply with { Service = TimeSpan.FromSeconds(5) },
            ReplyRefusal.ClockAhead => reply with { AnsweredAt = reply.AnsweredAt.AddDays(1) },
            ReplyRefusal.ClockBehind => reply with { AnsweredAt = reply.AnsweredAt.AddDays(-1) },
            ReplyRefusal.BadOutput => reply with { Output = -5 },
            _ => reply with { Verdict = (TierVerdict)77 },
        }));
        var pending = rig.Begin();

        rig.Advance(10);

        var final = await pending.Final;
        Assert.Equal((7, AnswerOutcome.ReplyRefused, expected), (final.Output, final.Outcome, final.Refusal));
        Assert.Equal(expected, Assert.Single(rig.Refusals));
    }

    [Fact]
    public async Task Begin_ReplyMissing_Refused()
    {
        var rig = new PlacementRig(null, _ => new ScriptedTier((_, _) => Task.FromResult<TierReply<int>>(null!)));

        Assert.Equal(ReplyRefusal.Missing, (await rig.Begin().Final).Refusal);
    }

    [Fact]
    public async Task Begin_TheLastReplyOnceMore_RefusedAsAnsweredTwice()
    {
        TierReply<int>? first = null;
        var rig = new PlacementRig(null, time => ScriptedTier.After(time, Fast, reply => first ??= reply));
        var one = rig.Begin();
        rig.Advance(10);
        Assert.Equal(AnswerOutcome.Escalated, (await one.Final).Outcome);

        var two = rig.Begin();
        rig.Advance(10);

        Assert.Equal(ReplyRefusal.AnsweredTwice, (await two.Final).Refusal);
    }

    [Fact]
    public async Task Begin_HandlerThrows_CountsAsNoOutput()
    {
        var policy = new PlacementPolicy([PlacementRig.Site(0)], new ConfidenceBoundRule());
        var failures = new List<Exception>();
        var placement = new InferencePlacement<int, int>(
            policy,
            input => new LocalResult<int>(input, new LocalSummary(0.5, 1, ScoreProfile.Empty), "local@1", 0),
            [new ScriptedTier((call, _) => Task.FromResult(ScriptedTier.Reply(call, TimeProvider.System)))],
            new AnswerHandling<int>((_, _) => throw new ArithmeticException(), _ => true) { OnFailure = (_, failure) => failures.Add(failure) },
            TimeProvider.System,
            new InlineScheduler());

        var final = await placement.AnswerAsync(new InferenceRequest(1, "numbers", DateTimeOffset.UtcNow, TimeSpan.FromHours(1), 10), 7, TestContext.Current.CancellationToken);

        Assert.Equal((7, ReplyRefusal.BadOutput), (final.Output, final.Refusal));
        Assert.IsType<ArithmeticException>(Assert.Single(failures));
    }
}
