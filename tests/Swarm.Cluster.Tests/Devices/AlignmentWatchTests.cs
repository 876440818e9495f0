using Swarm.Grains;
using Swarm.Grains.Edge;

namespace Swarm.Cluster.Tests;

public sealed class AlignmentWatchTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly AlignmentWatch _watch = new();

    [Fact]
    public void Note_SuspectForSomeSeconds_IsSaidOnce()
    {
        var said = Enumerable.Range(0, 20).Where(second => Note(second, suspect: true));

        Assert.Equal([AlignmentWatch.Enough - 1], said);
        Assert.True(_watch.At(At(20))!.Suspect);
    }

    [Fact]
    public void Note_SuspectForAMoment_IsNone()
    {
        for (var second = 0; second < 60; second++)
            Assert.False(Note(second, suspect: second % 15 < 3));
    }

    [Fact]
    public void Note_GoodAgain_IsClearedAfterAsLong()
    {
        for (var second = 0; second < 8; second++)
            Note(second, suspect: true);
        for (var second = 8; second < 8 + AlignmentWatch.Enough; second++)
        {
            Assert.True(_watch.At(At(second - 1))!.Suspect);
            Note(second, suspect: false);
        }

        Assert.False(_watch.At(At(13))!.Suspect);
    }

    [Fact]
    public void At_NoReportForLong_IsNull()
    {
        Note(0, suspect: false);

        Assert.NotNull(_watch.At(At(5)));
        Assert.Null(_watch.At(At(5.1)));
    }

    [Fact]
    public void Note_AfterSilence_CountsAnew()
    {
        for (var second = 0; second < 8; second++)
            Note(second, suspect: true);

        Assert.False(Note(20, suspect: true));
        Assert.False(_watch.At(At(20))!.Suspect);
    }

    private bool Note(double second, bool suspect) => _watch.Note(new DeviceAlignment(At(second), 0.5, 0.1, 0, 0.1, 0, 0.01, 0, 0.03, suspect));

    private static DateTimeOffset At(double seconds) => Start + TimeSpan.FromSeconds(seconds);
}
