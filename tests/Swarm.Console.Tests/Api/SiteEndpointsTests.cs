using System.Net;
using Microsoft.Extensions.Time.Testing;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.OperatorConsole.Tests.Fakes;

namespace Swarm.OperatorConsole.Tests.Api;

public sealed class SiteEndpointsTests
{
    [Fact]
    public async Task GetSite_WithMap_GivesFrameAndGeometry()
    {
        var map = new SiteMap([new MapFeature(MapFeatureKind.Building, [new(0, 0), new(10, 0), new(10, 5)])]);
        await using var host = await ConsoleHost.StartAsync(map: map);

        var site = await host.SendAsync(HttpMethod.Get, "/api/site").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("harbour", site.GetProperty("site").GetString());
        Assert.Equal(52.52, site.GetProperty("origin").GetProperty("latitudeDegrees").GetDouble());
        Assert.Equal(100, site.GetProperty("cellSize").GetDouble());
        var feature = Assert.Single(site.GetProperty("map").GetProperty("features").EnumerateArray());
        Assert.Equal("building", feature.GetProperty("kind").GetString());
        Assert.Equal(10, feature.GetProperty("polygon")[1].GetProperty("x").GetDouble());
    }

    [Fact]
    public async Task GetTracksAndHazards_OfAScene_TellWhoSawWhat()
    {
        var (wagon, camera) = (new DeviceId("wagon-1"), new DeviceId("camera-1"));
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.View.Scene = now =>
        {
            var track = new Track(new TrackId("a.1"), ObjectClass.Pedestrian, now, new Position(3, 4), new Velocity(1, 0),
                new KinematicCovariance(0.04, 0.01, 0, 0, 0.09, 0, 0, 0.1, 0, 0.1), 0.97, true, [camera]);
            var hazard = new Hazard(track.Id, null, track.Class, track.Position, track.Velocity, track.Covariance.Position, 2.5, 0, 0.8, [camera], false);
            return new SiteView(now, [], [track], [new DeviceHazards(wagon, [hazard])], []);
        });

        var track = Assert.Single((await host.SendAsync(HttpMethod.Get, "/api/tracks").JsonAsync(HttpStatusCode.OK)).EnumerateArray());
        var hazards = Assert.Single((await host.SendAsync(HttpMethod.Get, "/api/hazards").JsonAsync(HttpStatusCode.OK)).EnumerateArray());

        Assert.Equal("a.1", track.GetProperty("id").GetString());
        Assert.Equal(0.09, track.GetProperty("covariance").GetProperty("yy").GetDouble());
        Assert.Equal("camera-1", track.GetProperty("seenBy")[0].GetString());
        Assert.Equal("wagon-1", hazards.GetProperty("device").GetString());
        Assert.False(hazards.GetProperty("hazards")[0].GetProperty("seenBySelf").GetBoolean());
        Assert.Equal(2.5, hazards.GetProperty("hazards")[0].GetProperty("timeToCollision").GetDouble());
    }

    [Fact]
    public async Task GetTracks_GrainsDoNotAnswer_Is503()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Grains.View.Failure = new TimeoutException("no silo answers");

        var detail = await host.SendAsync(HttpMethod.Get, "/api/tracks").ProblemAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Contains("no silo answers", detail);
    }

    [Fact]
    public async Task GetLive_GrainsDoNotAnswer_IsLiveAndAsksNone()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Grains.Site.Failure = new TimeoutException("no silo answers");

        var live = await host.SendAsync(HttpMethod.Get, "/health/live").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("live", live.GetProperty("status").GetString());
        Assert.Equal(0, host.Grains.Site.Calls);
    }

    [Fact]
    public async Task GetReady_GrainsAnswerOrNot_Is200Or503()
    {
        await using var host = await ConsoleHost.StartAsync();

        var ready = await host.SendAsync(HttpMethod.Get, "/health/ready").JsonAsync(HttpStatusCode.OK);
        host.Grains.Site.Failure = new TimeoutException("no silo answers");
        var detail = await host.SendAsync(HttpMethod.Get, "/health/ready").ProblemAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal("grains", Assert.Single(ready.GetProperty("parts").EnumerateArray()).GetProperty("part").GetString());
        Assert.Contains("no silo answers", detail);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "/api/nothing")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "/nothing")]
    [InlineData("PATCH", "/api/devices/wagon-1", HttpStatusCode.MethodNotAllowed, "allowed: DELETE, GET, PUT")]
    [InlineData("DELETE", "/api/stops", HttpStatusCode.MethodNotAllowed, "DELETE /api/stops is not possible")]
    [InlineData("POST", "/health/ready", HttpStatusCode.MethodNotAllowed, "allowed: GET")]
    public async Task Send_NoSuchAddressOrMethod_IsProblemThatSaysSo(string method, string path, HttpStatusCode status, string expected)
    {
        await using var host = await ConsoleHost.StartAsync();

        var detail = await host.SendAsync(HttpMethod.Parse(method), path).ProblemAsync(status);

        Assert.Contains(expected, detail);
    }

    [Fact]
    public async Task GetTracks_ProgramFails_Is500WithoutItsStack()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Grains.View.Failure = new InvalidOperationException("a secret of the program");

        var response = await host.SendAsync(HttpMethod.Get, "/api/tracks");
        var problem = await Task.FromResult(response).JsonAsync(HttpStatusCode.InternalServerError);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", problem.ToString());
    }

    [Theory]
    [InlineData(true, "broker: no connection to mqtt://far:1883")]
    [InlineData(false, "slow: no answer within 2 s")]
    public async Task GetReady_APartIsNot_SaysWhichAndWhy(bool answers, string expected)
    {
        var time = new FakeTimeProvider();
        var part = answers
            ? (IReadiness)new Broker(new PartReadiness("broker", false, "no connection to mqtt://far:1883"))
            : new SlowReadiness(() => time.Advance(TimeSpan.FromSeconds(2)));
        await using var host = await ConsoleHost.StartAsync(time, part: part);

        var answer = await host.SendAsync(HttpMethod.Get, "/health/ready");
        var problem = await Task.FromResult(answer).JsonAsync(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(expected, problem.GetProperty("detail").GetString());
        Assert.Equal(
            ["grains", expected[..expected.IndexOf(':', StringComparison.Ordinal)]],
            problem.GetProperty("parts").EnumerateArray().OrderByDescending(entry => entry.GetProperty("ready").GetBoolean())
                .Select(entry => entry.GetProperty("part").GetString()));
    }

    [Fact]
    public async Task GetOpenApi_Always_DescribesEveryPath()
    {
        await using var host = await ConsoleHost.StartAsync();

        var document = await host.SendAsync(HttpMethod.Get, "/openapi/v1.json").JsonAsync(HttpStatusCode.OK);

        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name.TrimEnd('/')).Order();
        Assert.Equal(
            ["/api/devices", "/api/devices/{id}", "/api/devices/{id}/commands", "/api/devices/{id}/desired", "/api/hazards", "/api/live", "/api/models",
                "/api/models/{name}/rollback", "/api/models/{name}/rollout", "/api/site",
                "/api/stops", "/api/stops/{id}", "/api/tracks", "/health/live", "/health/ready"],
            paths);
        var id = document.GetProperty("components").GetProperty("schemas").GetProperty("DeviceSummary").GetProperty("properties").GetProperty("id");
        Assert.Contains("string", document.GetProperty("components").GetProperty("schemas").GetProperty("DeviceId").ToString() + id);
    }

    private sealed class Broker(PartReadiness answer) : IReadiness
    {
        public Task<PartReadiness> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(answer);
    }

    private sealed class SlowReadiness(Action asked) : IReadiness
    {
        public Task<PartReadiness> CheckAsync(CancellationToken cancellationToken)
        {
            asked();
            return new TaskCompletionSource<PartReadiness>().Task; // Never answered.
        }
    }
}
