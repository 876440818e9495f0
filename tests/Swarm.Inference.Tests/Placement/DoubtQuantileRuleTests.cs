namespace Swarm.Inference.Tests;

public sealed class DoubtQuantileRuleTests
{
    [Fact]
    public void Judge_AnyDoubts_AsksForTheShareWithTheMostDoubt()
    {
        var rule = new DoubtQuantileRule(0.3, step: 0.05);
        var random = new Random(1);
        var (asked, doubts) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5000; round++)
        {
            var doubt = random.NextDouble() * 4;
            var isAsked = rule.Judge(new LocalSummary(1 / (1 + doubt), 1, ScoreProfile.Empty)).LossAtMost > 0;
            (isAsked ? asked : doubts).Add(doubt);
        }

        Assert.InRange(asked.Count / 5000.0, 0.28, 0.32);
        Assert.True(asked.Average() > 3.2 && doubts.Average() < 1.6);
    }

    [Fact]
    public void Judge_NoDoubtAtAll_NeverAsks()
    {
        var rule = new DoubtQuantileRule(0.3);
        for (var round = 0; round < 100; round++)
            Assert.Equal(0, rule.Judge(new LocalSummary(1, 1, ScoreProfile.Empty)).LossAtMost);
    }
}
