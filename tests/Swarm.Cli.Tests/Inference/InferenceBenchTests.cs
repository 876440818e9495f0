using System.Text.Json;
using Swarm.Vision;

namespace Swarm.Cli.Tests;

public sealed class InferenceBenchTests
{
    [Fact]
    public void DeadlineBench_EveryFault_NoTickWithoutAnAnswer()
    {
        var figures = DeadlineBench.Run(20_000, TestContext.Current.CancellationToken);

        Assert.Equal((20_000, 0), (figures.Ticks, figures.Misses));
        Assert.InRange(figures.Improved, 1000, figures.Escalated);
        Assert.True(figures.Refused > 0 && figures.RetryMisses > 5000);
    }

    [Fact]
    public void HedgeBench_OneInAHundredStumbles_TailIsCutForFewRequests()
    {
        var figures = HedgeBench.Run(10_000, TestContext.Current.CancellationToken);

        Assert.InRange(figures.Ratio, 10, 200);
        Assert.InRange(figures.ExtraRequests, 0.005, 0.05);
    }

    [Fact]
    public void LadderBench_HintsWhereThePersonsAreMissed_AreFollowedWithinTheShare()
    {
        // Every fourth frame has a person that the small size gives no more than a hint of.
        var ladder = new LadderBench(Trace(frame => frame % 4 == 0));

        var rows = ladder.Run();

        var placed = rows.Single(row => row.Name == LadderBench.Placed);
        Assert.InRange(placed.OffloadedShare, 0.2, 0.3);
        Assert.True(placed.Recall > 0.97, $"recall {placed.Recall}");
        Assert.Equal(1, rows.Single(row => row.Name == LadderBench.InHindsight).Recall);
        Assert.InRange(rows[0].Recall, 0.8, 0.9);
        Assert.Equal(10, rows[0].MissedPersons);
    }

    [Fact]
    public void RegretBench_HintsTellAll_DefaultRuleIsWithinAFiftiethOfTheBestPair()
    {
        var ladder = new LadderBench(Trace(frame => frame % 4 == 0));

        var rows = RegretBench.Changing(ladder, 10_000).Run();

        Assert.InRange(rows.Single(row => row.Rule == RegretBench.Default).Regret, -1, 0.02);
        Assert.Equal(0, rows[0].Regret);
        Assert.All(rows.Where(row => row.Rule is "never" or "always"), row => Assert.True(row.Regret >= 0));
    }

    [Fact]
    public void EnergyModel_NothingLeaves_RatioIsThatOfTheTimes() => Assert.All(
        EnergyModel.Rows(0, 48_000, 4), row => Assert.Equal(0.25, row.Ratio, 9));

    [Fact]
    public void Figures_AsJson_HaveTheirKeys()
    {
        var deadlines = new DeadlineFigures(1, 0, 1, 1, 0, 0, 1, 1);
        var hedging = new HedgeFigures(1, 1, 10, 1, 10, 0.04);
        var figures = new InferenceFigures(0, 1, 0.9, 0.3, 2, 1, 0.01, 10, 0.04, 0.5, deadlines, [], [], hedging, [], []);

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(figures, ReportJson.Default.InferenceFigures));

        string[] keys =
        [
            "deadlineMisses", "ticks", "recallRatio", "offloadedShare", "missedPersons", "regret", "hedgeP99_9Ratio", "extraRequests", "energyRatio",
        ];
        Assert.All(keys, key => Assert.Equal(JsonValueKind.Number, json.RootElement.GetProperty(key).ValueKind));
    }

    private static FrameTrace Trace(Func<int, bool> isHard)
    {
        var entries = new List<LadderEntry>();
        for (var index = 0; index < 80; index++)
        {
            var name = $"frame_{index:0000}";
            DetectedBox easy = Box(100, 0.8f), hard = Box(400 + index, 0.6f), faint = Box(400 + index, 0.07f);
            entries.Add(new LadderEntry(name, 256, isHard(index) ? [easy, faint] : [easy], 12));
            entries.Add(new LadderEntry(name, 768, isHard(index) ? [easy, hard] : [easy], 132));
        }

        return new FrameTrace(entries, entries.Select(entry => entry.Frame).Distinct().ToDictionary(frame => frame, _ => 48_000));
    }

    private static DetectedBox Box(double left, float score) => new(0, "person", score, new ImageBox(left, 100, left + 30, 180));
}
