namespace Swarm.Evaluation.Tests;

public sealed class ClearMotTests
{
    /// <summary>100 true boxes, 80 of them found, 10 false boxes, 2 switches, overlaps of 60 in sum.</summary>
    private static readonly ClearMot Figures = new()
    {
        TruePositives = 80,
        FalsePositives = 10,
        FalseNegatives = 20,
        Truths = 100,
        Overlap = 60,
        Trajectories = new(IdentitySwitches: 2, Fragmentations: 3, MostlyTracked: 1, MostlyLost: 0, Objects: 4),
    };

    [Fact]
    public void Mota_HandWorked_IsOneMinusAllErrorsByTruths() => Assert.Equal(1 - (32 / 100.0), Figures.Mota, 12);

    [Fact]
    public void Motp_HandWorked_IsTheMeanOverlap() => Assert.Equal(0.75, Figures.Motp, 12);

    /// <summary>At recall 0.8 twenty misses are owed: 12 errors of 80 remain.</summary>
    [Fact]
    public void ScaledMota_HandWorked_ForgivesWhatTheRecallOwes() => Assert.Equal(1 - (12 / 80.0), Figures.ScaledMota(0.8), 12);

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1, 0.68)]
    public void ScaledMota_AnyRecall_StaysWithinZeroAndOne(double recall, double expected) =>
        Assert.Equal(expected, Figures.ScaledMota(recall), 12);

    [Fact]
    public void ScaledMota_MoreFalseThanTrue_IsZero() => Assert.Equal(0, (Figures with { FalsePositives = 500 }).ScaledMota(0.8));

    [Fact]
    public void RecallAndPrecision_HandWorked_AreShares() => Assert.Equal((0.8, 80 / 90.0), (Figures.Recall, Figures.Precision));

    [Fact]
    public void Mota_NoTruth_IsMinusInfinity() => Assert.Equal(double.NegativeInfinity, ClearMot.None.Mota);

    [Fact]
    public void Motp_NoPair_IsZero() => Assert.Equal((0, 0, 0), (ClearMot.None.Motp, ClearMot.None.Recall, ClearMot.None.Precision));

    [Fact]
    public void Add_Twice_KeepsTheShares()
    {
        var twice = ClearMot.Add(Figures, Figures);

        Assert.Equal((Figures.Mota, Figures.Motp, 4, 6), (twice.Mota, twice.Motp, twice.IdentitySwitches, twice.Fragmentations));
    }
}
