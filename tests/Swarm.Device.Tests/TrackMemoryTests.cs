using Swarm.Domain;

namespace Swarm.Device.Tests;

public sealed class TrackMemoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly TrackMemory _memory = new();

    [Fact]
    public void At_BetweenTwoLists_CarriesTracksOnByTheirVelocity()
    {
        Take(0, Track("a", x: 10, vx: 2));

        var track = Assert.Single(At(0.5));
        Assert.Equal(11, track.Position.X, 9);
        Assert.Equal(Start + TimeSpan.FromSeconds(0.5), track.Time);
    }

    /// <summary>The deviation after 1 s of a body whose velocity is known to 0.5 m/s, without and with what it may do meanwhile.</summary>
    [Fact]
    public void At_BetweenTwoLists_GrowsTheCovariance()
    {
        Take(0, Track("a", x: 10, vx: 2) with { Covariance = new(0.04, 0, 0, 0, 0.04, 0, 0, 0.25, 0, 0.25) });

        var after = Assert.Single(At(1)).Covariance;

        Assert.Equal(0.04 + 0.25 + (0.5 / 3), after.XX, 9);
        Assert.Equal(0.25 + 0.25, after.XVx, 9);
        Assert.Equal(0.25 + 0.5, after.VxVx, 9);
        Assert.Equal((after.XX, after.XVx, after.VxVx), (after.YY, after.YVy, after.VyVy));
    }

    [Fact]
    public void Take_ListWithoutATrack_LeavesItAsItWas()
    {
        Take(0, Track("a", x: 10, vx: 2), Track("b", x: 20, vx: 0));
        Take(0.5, Track("b", x: 25, vx: 0, seconds: 0.5));

        Assert.Equal([("a", 11d), ("b", 25d)], At(0.5).Select(track => (track.Id.Value, Math.Round(track.Position.X, 9))).Order());
    }

    [Fact]
    public void At_TrackNotRepeatedFor1500Milliseconds_IsGone()
    {
        Take(0, Track("a", x: 10, vx: 0), Track("b", x: 20, vx: 0));
        Take(1, Track("b", x: 20, vx: 0, seconds: 1));

        Assert.Equal(2, At(1.5).Count);
        Assert.Equal("b", Assert.Single(At(1.51)).Id.Value);
        Assert.Empty(At(2.51));
    }

    [Fact]
    public void Take_Gone_IsForgottenUnlessKnownNewer()
    {
        Take(0, Track("a", x: 10, vx: 0), Track("b", x: 20, vx: 0), Track("c", x: 30, vx: 0, seconds: 0.2));
        _memory.Take(
            new TrackList(Start + TimeSpan.FromSeconds(0.1), [], [new("a"), new("c"), new("never-heard-of")]), TimeSpan.FromSeconds(0.1));

        Assert.Equal(["b", "c"], At(0.2).Select(track => track.Id.Value).Order());
    }

    [Fact]
    public void Take_ListThatWasOvertaken_BringsOnlyWhatIsNotKnownNewer()
    {
        Take(1, Track("a", x: 11, vx: 0, seconds: 1));
        Take(1.01, Track("a", x: 10, vx: 0, seconds: 0.9), Track("b", x: 20, vx: 0, seconds: 0.9));

        Assert.Equal([("a", 11d), ("b", 20d)], At(1.01).Select(track => (track.Id.Value, Math.Round(track.Position.X, 9))).Order());
    }

    /// <summary>A site whose clock was set back is believed again once what it said before has faded.</summary>
    [Fact]
    public void Take_SiteClockSetBack_CountsAfterTheOldHasFaded()
    {
        Take(0, Track("a", x: 10, vx: 0, seconds: 100));
        Take(1.6, Track("a", x: 15, vx: 0, seconds: 0));

        Assert.Equal(15, Assert.Single(At(1.6)).Position.X);
    }

    [Fact]
    public void Take_MoreThanItHolds_DropsThoseHeardOfLongestAgo()
    {
        Take(0, Track("first", 0, 0));
        Take(0.1, [.. Enumerable.Range(0, TrackMemory.Capacity).Select(i => Track($"t{i}", 0, 0))]);

        var known = At(0.1);
        Assert.Equal(TrackMemory.Capacity, known.Count);
        Assert.DoesNotContain(known, track => track.Id.Value == "first");
    }

    private void Take(double seconds, params Track[] tracks) =>
        _memory.Take(new TrackList(Start + TimeSpan.FromSeconds(seconds), tracks), TimeSpan.FromSeconds(seconds));

    private IReadOnlyList<Track> At(double seconds) => _memory.At(TimeSpan.FromSeconds(seconds));

    private static Track Track(string id, double x, double vx, double seconds = 0) => new(
        new TrackId(id), ObjectClass.Vehicle, Start + TimeSpan.FromSeconds(seconds), new Position(x, 0), new Velocity(vx, 0), default, 0.9,
        Confirmed: true, []);
}
