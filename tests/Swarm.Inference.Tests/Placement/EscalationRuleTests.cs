using CsCheck;

namespace Swarm.Inference.Tests;

/// <summary>The rules' regret, against rules that know from the start.</summary>
public sealed class EscalationRuleTests
{
    private const double Cost = 0.25;

    [Theory]
    [InlineData(true, 0.01)]
    [InlineData(false, 0.02)]
    public void ConfidenceBoundRule_TenThousandRounds_RegretPerRoundIsSmall(bool isMonotone, double most)
    {
        var random = new Random(1);
        var rule = new ConfidenceBoundRule(memory: 1e9, isMonotone);
        var (paid, best) = (0.0, 0.0);
        for (var round = 0; round < 10_000; round++)
        {
            var confidence = random.NextDouble();
            var chance = Math.Pow(1 - confidence, 2);
            paid += Round(rule, new LocalSummary(confidence, 1, ScoreProfile.Empty), random.NextDouble() < chance ? 1 : 0);
            best += Math.Min(chance, Cost);
        }

        Assert.InRange((paid - best) / 10_000, -0.01, most);
    }

    [Fact]
    public void ConfidenceBoundRule_EmptyAnswersMissMuch_AreAskedForThoughConfident()
    {
        var random = new Random(2);
        var rule = new ConfidenceBoundRule();
        for (var round = 0; round < 2000; round++)
        {
            var isEmpty = round % 2 == 0;
            Round(rule, new LocalSummary(0.99, isEmpty ? 0 : 3, ScoreProfile.Empty), isEmpty && random.NextDouble() < 0.6 ? 1 : 0);
        }

        Assert.True(rule.Judge(new LocalSummary(0.99, 0, ScoreProfile.Empty)).LossAtMost > Cost);
        Assert.True(rule.Judge(new LocalSummary(0.99, 3, ScoreProfile.Empty)).LossAtMost < Cost);
    }

    [Fact]
    public void ConfidenceBoundRule_ConfidenceSaysTheOpposite_LearnsIt()
    {
        var random = new Random(4);
        var rule = new ConfidenceBoundRule();
        for (var round = 0; round < 4000; round++)
        {
            var isSure = round % 2 == 0;
            Round(rule, new LocalSummary(isSure ? 0.95 : 0.05, 1, ScoreProfile.Empty), isSure && random.NextDouble() < 0.6 ? 1 : 0);
        }

        Assert.True(rule.Judge(new LocalSummary(0.95, 1, ScoreProfile.Empty)).LossAtMost > Cost);
        Assert.True(rule.Judge(new LocalSummary(0.05, 1, ScoreProfile.Empty)).LossAtMost < Cost);
    }

    [Fact]
    public void ConfidenceBoundRule_SceneChanges_AsksAgain()
    {
        var rule = new ConfidenceBoundRule(memory: 300);
        var sure = new LocalSummary(0.9, 1, ScoreProfile.Empty);
        for (var round = 0; round < 2000; round++)
            Round(rule, sure, 0);
        Assert.True(rule.Judge(sure).LossAtMost < Cost);

        var asked = 0;
        for (var round = 0; round < 4000; round++)
        {
            asked += rule.Judge(sure).LossAtMost > Cost ? 1 : 0;
            Round(rule, sure, 1);
        }

        Assert.InRange(asked, 2000, 4000);
    }

    [Fact]
    public void UpperBound_AnyMean_IsTheDivergenceAway() => Gen.Select(Gen.Double[0.01, 0.95], Gen.Double[0.001, 1]).Sample((mean, divergence) =>
    {
        var bound = ConfidenceBoundRule.UpperBound(mean, divergence);

        Assert.InRange(bound, mean, 1);
        var kl = (mean * Math.Log(mean / bound)) + ((1 - mean) * Math.Log((1 - mean) / (1 - bound)));
        Assert.True(bound > 1 - 1e-4 || Math.Abs(kl - divergence) < 1e-2 * Math.Max(divergence, 0.1));
        Assert.True(ConfidenceBoundRule.UpperBound(mean, divergence * 2) >= bound);
    });

    [Fact]
    public void ThresholdPairRule_TenThousandRounds_LearnsThePair()
    {
        var random = new Random(3);
        var rule = new ThresholdPairRule(10_000);
        var (paid, best) = (0.0, 0.0);
        for (var round = 0; round < 10_000; round++)
        {
            // Wrong as often as not between 0.25 and 0.625, hardly ever elsewhere.
            var score = random.NextDouble();
            var chance = score is >= 0.25 and < 0.625 ? 0.7 : 0.02;
            paid += Round(rule, new LocalSummary(0, 1, ScoreProfile.Empty.With(score)), random.NextDouble() < chance ? 1 : 0);
            best += Math.Min(chance, Cost);
        }

        Assert.InRange((paid - best) / 10_000, 0, 0.06);
        Assert.InRange(rule.Best.Low, 0.12, 0.38);
        Assert.InRange(rule.Best.High, 0.5, 0.75);
    }

    [Fact]
    public void ThresholdPairRule_EmptyListsMissMuch_ThePairReachesDownToThem()
    {
        var rule = new ThresholdPairRule(4000);
        for (var round = 0; round < 4000; round++)
            Round(rule, new LocalSummary(0, 0, round % 2 == 0 ? ScoreProfile.Empty : ScoreProfile.Empty.With(0.9)), round % 2 == 0 ? 0.9 : 0);

        Assert.Equal(0, rule.Best.Low);
        Assert.InRange(rule.Best.High, 0.03, 0.9);
    }

    [Fact]
    public void ScoreProfile_Bins_AreWhereTheScoresAre()
    {
        var profile = ScoreProfile.Empty.With(0.5).With(1);

        Assert.True(profile.HasIn(16, 17));
        Assert.True(profile.HasIn(31, 32));
        Assert.False(profile.HasIn(0, 16));
        Assert.True(ScoreProfile.Empty.HasIn(0, 1));
        Assert.False(profile.HasIn(16, 16));
    }

    private static double Round(IEscalationRule rule, in LocalSummary local, double loss)
    {
        var judgement = rule.Judge(local);
        var asks = judgement.LossAtMost > Cost;
        rule.Settle(local, judgement, Cost, asks ? loss : null);
        return asks ? Cost : loss;
    }
}
