namespace Swarm.Inference.Tests;

public sealed class PlacementPolicyTests
{
    private static readonly LocalSummary Unsure = new(0.4, 2, ScoreProfile.Empty);

    private static readonly InferenceRequest Request = new(1, "persons", DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(100), 1000);

    [Fact]
    public void Decide_SiteSlowerThanTheDeadline_GoesToTheNextTier()
    {
        var policy = Policy(new PlacementOptions(), PlacementRig.Site(0), PlacementRig.Site(1));
        Measure(policy, 0, 140, 40);
        Measure(policy, 1, 60, 40);

        var decision = policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero);

        Assert.Equal((1, 1.0), (decision.Tier, decision.ShareInTime));
        Assert.Equal(-1, decision.HedgeTier);
    }

    [Fact]
    public void Decide_TwoInTime_SecondIsAskedAtTheFirstsP95()
    {
        var policy = Policy(new PlacementOptions(), PlacementRig.Site(0), PlacementRig.Site(1) with { Variants = [Dearer] });
        Measure(policy, 0, 10, 95);
        Measure(policy, 0, 40, 5);
        Measure(policy, 1, 20, 40);

        var decision = policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero);

        Assert.Equal((0, 1), (decision.Tier, decision.HedgeTier));
        Assert.InRange(decision.HedgeAfter.TotalMilliseconds, 10, 46);
    }

    [Fact]
    public void Decide_BudgetOfATenth_NeverMoreThanATenthLeaves()
    {
        var policy = Policy(new PlacementOptions { EscalatedShare = 0.1 }, PlacementRig.Site(0));
        var left = 0;
        for (var index = 1; index <= 1000; index++)
        {
            left += policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero).IsEscalated ? 1 : 0;
            Assert.True(left <= index * 0.1);
        }

        Assert.InRange(left, 98, 100);
    }

    [Fact]
    public void Decide_BatteryAtItsReserve_StaysOnBoard()
    {
        var policy = Policy(new PlacementOptions(), PlacementRig.Site(0));
        policy.Charge = 0.1;

        Assert.Equal(PlacementReason.BatteryLow, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero).Reason);
    }

    [Fact]
    public void Decide_BatteryFalls_JoulesBecomeDearer()
    {
        var policy = Policy(new PlacementOptions { LossPerJoule = 10 }, PlacementRig.Site(0));
        var full = policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero);
        policy.Charge = 0.3;
        var low = policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero);

        Assert.Equal(0.1 + 0.08, full.Cost, 9);
        Assert.Equal(0.1 + (0.08 * 4.5), low.Cost, 9);
    }

    [Fact]
    public void Decide_FourCallsInVain_TierIsLeftAloneAndProbedWithGrowingWaits()
    {
        var policy = Policy(new PlacementOptions(), PlacementRig.Site(0));
        Measure(policy, 0, 10, 100);
        for (var lost = 0; lost < 4; lost++)
            policy.NotAnswered(0, 0, TimeSpan.Zero);

        Assert.Equal(PlacementReason.NoTierInTime, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.FromSeconds(0.9)).Reason);
        Assert.Equal(PlacementReason.Probe, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.FromSeconds(1)).Reason);
        policy.NotAnswered(0, 0, TimeSpan.FromSeconds(1));
        Assert.Equal(PlacementReason.NoTierInTime, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.FromSeconds(8)).Reason);
        Assert.Equal(PlacementReason.Probe, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.FromSeconds(20)).Reason);
        policy.Answered(0, 0, new TierTimes(TimeSpan.FromMilliseconds(10), default, default), inTime: true);
        Assert.Equal(PlacementReason.LocalUncertain, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.FromSeconds(21)).Reason);
    }

    [Fact]
    public void Decide_DearTierWasLost_IsProbedAllTheSame()
    {
        var policy = Policy(new PlacementOptions(), PlacementRig.Site(0) with { Variants = [new TierVariant("dear@1", 1, 0.9, 0, TimeSpan.FromMilliseconds(5))] });
        for (var lost = 0; lost < 4; lost++)
            policy.NotAnswered(0, 0, TimeSpan.Zero);

        Assert.Equal(PlacementReason.Probe, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.FromSeconds(40)).Reason);
    }

    [Fact]
    public void Decide_AsManyUnderWayAsAllowed_Busy()
    {
        var policy = Policy(new PlacementOptions(), PlacementRig.Site(0) with { MaxInFlight = 1 });
        policy.Sent(0);
        Assert.Equal(PlacementReason.TierBusy, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero).Reason);
        policy.Ended(0);
        Assert.True(policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero).IsEscalated);
    }

    [Fact]
    public void Decide_LocalTookTheWholeTime_NoTimeLeft() => Assert.Equal(
        PlacementReason.NoTimeLeft,
        Policy(new PlacementOptions(), PlacementRig.Site(0)).Decide(Request, Unsure, TimeSpan.FromMilliseconds(100), TimeSpan.Zero).Reason);

    [Fact]
    public void Decide_BetterVariantTooSlow_TakesTheOneInTime()
    {
        var tier = PlacementRig.Site(0) with
        {
            Variants =
            [
                new TierVariant("large@1", 1, 0.1, 0, TimeSpan.FromMilliseconds(200)),
                new TierVariant("medium@1", 0.9, 0.05, 0, TimeSpan.FromMilliseconds(50)),
                new TierVariant("small@1", 0.5, 0.01, 0, TimeSpan.FromMilliseconds(20)),
            ],
        };

        Assert.Equal(1, Policy(new PlacementOptions(), tier).Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.FromTicks(-1)).Variant);
    }

    [Fact]
    public void Decide_AThousandTimes_AllocatesNothing()
    {
        var policy = Policy(new PlacementOptions(), PlacementRig.Site(0), PlacementRig.Site(1), PlacementRig.Site(2));
        Measure(policy, 0, 10, 100);
        Measure(policy, 1, 20, 100);
        for (var warm = 0; warm < 100; warm++)
            policy.Settle(Unsure, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero), null);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < 1000; index++)
            policy.Settle(Unsure, policy.Decide(Request, Unsure, TimeSpan.Zero, TimeSpan.Zero), null);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Options_ShareAboveOne_NamedInTheError()
    {
        var error = Assert.Throws<ArgumentException>(() => Policy(new PlacementOptions { HedgedShare = 1.5 }, PlacementRig.Site(0)));

        Assert.Contains("HedgedShare is 1.5", error.Message, StringComparison.Ordinal);
    }

    private static TierVariant Dearer => new("far@1", 1, 0.2, 0, TimeSpan.FromMilliseconds(5));

    private static PlacementPolicy Policy(PlacementOptions options, params Tier[] tiers) => new(tiers, new ConfidenceBoundRule(), options);

    private static void Measure(PlacementPolicy policy, int tier, double milliseconds, int times)
    {
        for (var index = 0; index < times; index++)
            policy.Answered(tier, 0, new TierTimes(TimeSpan.FromMilliseconds(milliseconds), default, default), inTime: true);
    }
}
