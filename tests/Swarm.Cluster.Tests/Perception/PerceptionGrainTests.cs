using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Cluster.Tests;

public sealed class PerceptionGrainTests : IAsyncLifetime
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly EdgeCluster _cluster = new();

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Receive_Detections_BecomeOneTrackInTheViewUntilNobodyIsSeenThere()
    {
        var camera = _cluster.Device("camera");
        await camera.ConnectAsync();

        await DriveAsync(2, _ => camera.SendAsync(camera.Sees(50, 40, new Point2(55, 50))));

        var track = Assert.Single((await _cluster.SiteView.Get()).Tracks, track => track.Confirmed);
        Assert.Equal((55, 50), (Math.Round(track.Position.X), Math.Round(track.Position.Y)));
        Assert.Equal([camera.Id], track.SeenBy);

        await DriveAsync(3, _ => camera.SendAsync(camera.SeesNobody(50, 40)));
        Assert.Empty((await _cluster.SiteView.Get()).Tracks);
    }

    [Fact]
    public async Task Tick_PersonThatOnlyAnotherSees_IsAHazardAndATrackForTheWagonThatDoesNot()
    {
        var (camera, wagon) = (_cluster.Device("camera"), _cluster.Device("wagon"));
        await wagon.SendAsync(TestDevice.Online(), TestDevice.Wagon());

        await DriveAsync(2, async seconds =>
        {
            await camera.SendAsync(camera.Sees(50, 40, new Point2(46, 50)));
            await wagon.SendAsync(wagon.StateAt(34 + (2 * seconds), 50, vx: 2));
        });

        var hazards = await _cluster.Downlink.UntilAsync<HazardList>(wagon.Id, lists => lists.Any(list => list.Hazards.Count > 0));
        var hazard = hazards.First(list => list.Hazards.Count > 0).Hazards[0];
        Assert.Equal((ObjectClass.Pedestrian, false), (hazard.Class, hazard.SeenBySelf));
        Assert.Equal([camera.Id], hazard.SeenBy);
        Assert.InRange(hazard.TimeToCollision, 2, 5);
        var tracks = await _cluster.Downlink.UntilAsync<TrackList>(wagon.Id, lists => lists.Any(list => list.Tracks.Count > 0));
        Assert.Equal(hazard.Track, tracks.First(list => list.Tracks.Count > 0).Tracks[0].Id);
        Assert.NotEmpty((await wagon.Grain.GetTwin()).Hazards);
        Assert.Equal(wagon.Id, Assert.Single((await _cluster.SiteView.Get()).Hazards).Device);
    }

    [Fact]
    public async Task Tick_PersonThatOnlyAnotherSees_IsToldTwiceASecondAndAnewAfterABirth()
    {
        var (camera, wagon) = (_cluster.Device("camera"), _cluster.Device("wagon"));
        await wagon.SendAsync(TestDevice.Online(), TestDevice.Wagon());
        Task Look() => Task.WhenAll(camera.SendAsync(camera.Sees(50, 40, new Point2(46, 50))), wagon.SendAsync(wagon.StateAt(30, 50)));

        await DriveAsync(4, _ => Look());

        var lists = await _cluster.Downlink.UntilAsync<TrackList>(wagon.Id, sent => sent.Count >= 6);
        Assert.All(lists, list => Assert.Single(list.Tracks));
        Assert.All(lists.Zip(lists.Skip(1)), pair => Assert.InRange(pair.Second.Time - pair.First.Time, 5 * Step, 10 * Step));

        // Between two lists that are due.
        var last = lists[^1].Time;
        await DriveAsync((last + (7 * Step) - _cluster.Clock.GetUtcNow()).TotalSeconds, _ => Look());
        var before = _cluster.Downlink.Of<TrackList>(wagon.Id).Count;
        await wagon.ConnectAsync("b2");
        await DriveAsync(0.2, _ => Look());

        var after = await _cluster.Downlink.UntilAsync<TrackList>(wagon.Id, sent => sent.Count > before);
        Assert.InRange(after[before].Time - after[before - 1].Time, Step, 4 * Step);
    }

    /// <summary>A camera that knows its place holds the picture; the wagon is 0.45 m off and claims a deviation of 0.1 m.</summary>
    [Fact]
    public async Task Tick_DeviceWhosePoseIsOffByMoreThanItClaims_IsShownAsSuspect()
    {
        const double off = 0.45;
        var (camera, wagon) = (_cluster.Device("camera"), _cluster.Device("wagon"));
        await wagon.SendAsync(TestDevice.Online(), TestDevice.Wagon());
        await camera.ConnectAsync();
        Point2[] people = [new(46, 50), new(52, 44), new(40, 36), new(55, 38), new(48, 30), new(35, 47), new(38, 28), new(58, 33)];
        Point2[] displaced = [.. people.Select(at => new Point2(at.X, at.Y + off))];
        var claimed = PoseCovariance.Diagonal(0.1, 0.001);

        await DriveAsync(12, async _ =>
        {
            await camera.SendAsync(camera.StateAt(50, 40), camera.Sees(50, 40, people) with { EgoCovariance = PoseCovariance.Diagonal(0.005, 0.001) });
            await wagon.SendAsync(
                wagon.StateAt(30, 40 + off) with { Covariance = claimed }, wagon.Sees(30, 40 + off, displaced) with { EgoCovariance = claimed });
        });

        var found = Assert.IsType<DeviceAlignment>((await wagon.Grain.GetTwin()).Alignment);
        Assert.True(found.Suspect, found.ToString());
        Assert.Equal(off, found.Y, 0.15);
        Assert.InRange(Math.Abs(found.X), 0, 0.1);
        Assert.Equal(0, found.Clock, 0.03);
        var other = Assert.IsType<DeviceAlignment>((await camera.Grain.GetTwin()).Alignment);
        Assert.False(other.Suspect, other.ToString());

        _cluster.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Null((await wagon.Grain.GetTwin()).Alignment);
    }

    [Fact]
    public async Task Tick_NothingAhead_SendsAnEmptyListAtLeastEverySecond()
    {
        var wagon = _cluster.Device("alone");
        await wagon.ConnectAsync();

        await DriveAsync(5, _ => wagon.SendAsync(wagon.StateAt(50, 50)));

        var lists = await _cluster.Downlink.UntilAsync<HazardList>(wagon.Id, sent => sent.Count >= 5);
        Assert.All(lists, list => Assert.Empty(list.Hazards));
        Assert.All(lists.Zip(lists.Skip(1)), pair => Assert.InRange(pair.Second.Time - pair.First.Time, Step, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task HandOver_CyclistCrossesTheBorder_KeepsItsNameAndIsNeverSeenTwice()
    {
        var camera = _cluster.Device("camera");
        await camera.ConnectAsync();
        var names = new HashSet<TrackId>();
        var (missing, longest) = (0, 0);

        await DriveAsync(12, async seconds =>
        {
            await camera.SendAsync(camera.Sees(100, 40, new Point2(75 + (5 * seconds), 50)));
            var shown = (await _cluster.SiteView.Get()).Tracks.Where(track => track.Confirmed).ToList();
            Assert.InRange(shown.Count, 0, 1);
            names.UnionWith(shown.Select(track => track.Id));
            missing = shown.Count == 0 && names.Count > 0 ? missing + 1 : 0;
            longest = Math.Max(longest, missing);
        });

        Assert.InRange(longest, 0, 3);
        var name = Assert.Single(names);
        Assert.Equal(name, Assert.Single((await _cluster.Cell(1, 0).GetView()).Tracks).Id);
        Assert.Empty((await _cluster.Cell(0, 0).GetView()).Tracks);
    }

    [Fact]
    public async Task Share_PersonStandsOnTheBorder_IsOneTrackWithOneName()
    {
        var camera = _cluster.Device("camera");
        await camera.ConnectAsync();
        var random = new Random(7);
        var names = new HashSet<TrackId>();

        await DriveAsync(6, async seconds =>
        {
            // Noise puts the mean now on this side of the border, now on that.
            await camera.SendAsync(camera.Sees(95, 40, new Point2(100 + (0.2 * (random.NextDouble() - 0.5)), 50)));
            if (seconds > 3)
            {
                var shown = (await _cluster.SiteView.Get()).Tracks.Where(track => track.Confirmed).ToList();
                Assert.InRange(shown.Count, 0, 1);
                names.UnionWith(shown.Select(track => track.Id));
            }
        });

        Assert.Single(names);
    }

    [Fact]
    public async Task Move_WagonChangesCell_IsToldByOneCellAtATime()
    {
        var wagon = _cluster.Device("traveller");
        await wagon.ConnectAsync();

        await DriveAsync(8, seconds => wagon.SendAsync(wagon.StateAt(92 + (2 * seconds), 50, vx: 2)));

        var lists = await _cluster.Downlink.UntilAsync<HazardList>(wagon.Id, sent => sent.Count >= 8);
        Assert.InRange(lists.Count, 8, 11);
    }

    [Fact]
    public async Task Tick_NoInputForSeconds_FallsAsleepAndWakesWithTheNext()
    {
        var wagon = _cluster.Device("sleeper");
        await wagon.ConnectAsync();
        await DriveAsync(1, _ => wagon.SendAsync(wagon.StateAt(50, 50)));
        var last = _cluster.Clock.GetUtcNow();
        while (_cluster.Clock.GetUtcNow() - last < TimeSpan.FromSeconds(10))
        {
            _cluster.Clock.Advance(Step);
            await _cluster.Cell(0, 0).GetView();
        }

        var woken = _cluster.Clock.GetUtcNow();
        await DriveAsync(1, _ => wagon.SendAsync(wagon.StateAt(50, 50)));

        var lists = await _cluster.Downlink.UntilAsync<HazardList>(wagon.Id, sent => sent.Any(list => list.Time >= woken));
        Assert.DoesNotContain(lists, list => list.Time > last + TimeSpan.FromSeconds(5) && list.Time < woken);
    }

    /// <summary>Runs the site for some fake seconds at ten steps each. The cells that have input have had their tick when the next step begins.</summary>
    private async Task DriveAsync(double seconds, Func<double, Task> step)
    {
        var from = _cluster.Clock.GetUtcNow();
        while (_cluster.Clock.GetUtcNow() - from < TimeSpan.FromSeconds(seconds))
        {
            await step((_cluster.Clock.GetUtcNow() - from).TotalSeconds);
            _cluster.Clock.Advance(Step);

            // Stands in line behind the tick.
            await _cluster.Cell(0, 0).Share(new CellId(1, 0), []);
            await _cluster.Cell(1, 0).Share(new CellId(0, 0), []);
        }
    }
}
