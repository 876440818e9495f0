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

    private static Timeline Create(TrackerOptions options)
    {
        var identities = new Identities("a");
        return new Timeline(new FrameFusion(options, new DeviceRegister(9), identities), identities, options);
    }
}
