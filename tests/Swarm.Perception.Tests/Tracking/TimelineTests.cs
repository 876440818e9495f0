using static Swarm.Perception.Tests.Scene;

namespace Swarm.Perception.Tests.Tracking;

public sealed class TimelineTests
{
    private readonly Timeline _timeline = Create(new TrackerOptions());

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(2)]
    public void Integrate_ForAsLongAsFramesCome_KeepsOnlyWhatMayBeGoneBackTo(double interval)
    {
        for (var i = 0; i < 500; i++)
        {
            _timeline.Add(Frame(i * interval, Person(5, 1)));
            _timeline.Integrate();
        }

        Assert.InRange(_timeline.Kept, 1, 40);
    }

    [Fact]
    public void Note_WithoutAnyFrame_KeepsNothing()
    {
        for (var i = 0; i < 500; i++)
            _timeline.Note(Track(5, 1, seconds: i * 0.2));

        Assert.Equal(0, _timeline.Kept);
    }

    [Fact]
    public void Restart_AfterFramesAndTracks_KeepsNothingAndGoesOn()
    {
        _timeline.Add(Frame(0, Person(5, 1)));
        _timeline.Integrate();
        _timeline.Note(Track(9, 9));
        _timeline.Restart();
        Assert.Equal(0, _timeline.Kept);

        _timeline.Add(Frame(10, Person(5, 1)));
        _timeline.Integrate();
        Assert.Equal(1, _timeline.Kept);
    }

    [Fact]
    public void Settle_ManyFramesInOrder_TakesAllButTheNewestBeforehand()
    {
        for (var i = 0; i < 50; i++)
        {
            _timeline.Add(Frame(i * 0.01, Person(5, 1)));
            _timeline.Settle();
        }

        Assert.InRange(_timeline.Pending, 1, 8);
        Assert.Equal(1, _timeline.Tracks.Count);
    }

    [Fact]
    public void Settle_OneLongBeforeWhatWasTaken_WaitsForTheRound()
    {
        for (var i = 0; i < 15; i++)
            _timeline.Add(Frame(i * 0.02, Person(5, 1)));
        _timeline.Integrate();
        _timeline.Add(Frame(0.05, Person(5, 1)));
        for (var i = 0; i < 10; i++)
        {
            _timeline.Add(Frame(0.3 + (i * 0.01), Person(5, 1)));
            _timeline.Settle();
        }

        Assert.Equal(11, _timeline.Pending);
        _timeline.Integrate();
        Assert.Equal(0, _timeline.Pending);
    }

    private static Timeline Create(TrackerOptions options)
    {
        var identities = new Identities("a");
        return new Timeline(new FrameFusion(options, new DeviceRegister(9), identities), identities, options);
    }
}
