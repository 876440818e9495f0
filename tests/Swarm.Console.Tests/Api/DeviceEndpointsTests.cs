using System.Net;
using System.Text.Json;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.OperatorConsole.Tests.Fakes;

namespace Swarm.OperatorConsole.Tests.Api;

public sealed class DeviceEndpointsTests
{
    [Fact]
    public async Task GetDevices_SomeReported_AreListed()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.Grains.View.ReportDevice(new DeviceSummary(new DeviceId("wagon-1"), DeviceKind.Wagon, Presence.Online,
            DateTimeOffset.UnixEpoch, new Pose(1, 2, 0.5), PoseCovariance.Diagonal(0.1, 0.01), new Velocity(1, 0), 0.75, DeviceMode.Automatic,
            new Size(1, 0.6, 0.9), [new Sensor("lidar", new Pose(0.4, 0, 0), new FieldOfView(3, 25))], 1, 4));

        var devices = await host.SendAsync(HttpMethod.Get, "/api/devices").JsonAsync(HttpStatusCode.OK);

        var device = Assert.Single(devices.EnumerateArray());
        Assert.Equal("wagon-1", device.GetProperty("id").GetString());
        Assert.Equal("wagon", device.GetProperty("kind").GetString());
        Assert.Equal("online", device.GetProperty("presence").GetString());
        Assert.Equal(0.5, device.GetProperty("pose").GetProperty("yaw").GetDouble());
        Assert.Equal(0.75, device.GetProperty("battery").GetDouble());
        Assert.Equal("automatic", device.GetProperty("mode").GetString());
        Assert.Equal(1, device.GetProperty("stopCount").GetInt32());
        Assert.Equal(4, device.GetProperty("rejectedCount").GetInt64());
        Assert.Equal("1970-01-01T00:00:00+00:00", device.GetProperty("lastSeen").GetString());
    }

    [Fact]
    public async Task GetDevice_Unknown_Is404AndActivatesNothing()
    {
        await using var host = await ConsoleHost.StartAsync();

        var detail = await host.SendAsync(HttpMethod.Get, "/api/devices/ghost").ProblemAsync(HttpStatusCode.NotFound);

        Assert.Contains("'ghost'", detail);
        Assert.Empty(host.Grains.Activated);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PUT", "")]
    [InlineData("DELETE", "")]
    [InlineData("PUT", "/desired")]
    [InlineData("POST", "/commands")]
    public async Task AnyOnDevice_IdNotValid_Is400NamingIt(string method, string rest)
    {
        await using var host = await ConsoleHost.StartAsync();

        var detail = await host.SendAsync(HttpMethod.Parse(method), "/api/devices/_no%20id" + rest, "{}").ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Contains("id: '_no id'", detail);
        Assert.Empty(host.Grains.Activated);
    }

    [Fact]
    public async Task PutDevice_New_IsCreatedAndListed()
    {
        await using var host = await ConsoleHost.StartAsync();

        var twin = await host.SendAsync(HttpMethod.Put, "/api/devices/drone-7").JsonAsync(HttpStatusCode.Created);
        var again = await host.SendAsync(HttpMethod.Put, "/api/devices/drone-7").JsonAsync(HttpStatusCode.OK);
        var listed = await host.SendAsync(HttpMethod.Get, "/api/devices").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("drone-7", twin.GetProperty("id").GetString());
        Assert.Equal("unknown", again.GetProperty("presence").GetString());
        Assert.Equal("drone-7", Assert.Single(listed.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task DeleteDevice_KnownThenUnknown_Is204Then404()
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("mower-1")]));

        await host.SendAsync(HttpMethod.Delete, "/api/devices/mower-1").JsonAsync(HttpStatusCode.NoContent);
        var detail = await host.SendAsync(HttpMethod.Delete, "/api/devices/mower-1").ProblemAsync(HttpStatusCode.NotFound);

        Assert.Contains("'mower-1'", detail);
    }

    [Fact]
    public async Task GetDevice_WithRejections_ShowsTheWholeTwin()
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains =>
        {
            grains.Site.Register([new DeviceId("wagon-1")]);
            grains.Device("wagon-1").Scene = now => new DeviceTwin(new DeviceId("wagon-1"), Presence.Stale, now, now, null, null, new DesiredState(0),
                [], [], [], [new Rejection(now, "state", "not-finite", "pose.x is not finite")], 17);
        });

        var twin = await host.SendAsync(HttpMethod.Get, "/api/devices/wagon-1").JsonAsync(HttpStatusCode.OK);

        var rejection = Assert.Single(twin.GetProperty("rejections").EnumerateArray());
        Assert.Equal("pose.x is not finite", rejection.GetProperty("detail").GetString());
        Assert.Equal(17, twin.GetProperty("rejectedCount").GetInt64());
        Assert.False(twin.TryGetProperty("factsheet", out _));
    }

    [Fact]
    public async Task GetDevice_WithAlignment_ShowsItsErrors()
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains =>
        {
            grains.Site.Register([new DeviceId("wagon-1")]);
            grains.Device("wagon-1").Scene = now => new DeviceTwin(new DeviceId("wagon-1"), Presence.Online, now, now, null, null, new DesiredState(0),
                [], [], [], [], 0, new DeviceAlignment(now, 0.7, 0.1, -0.5, 0.12, 0.04, 0.005, -0.12, 0.02, Suspect: true));
        });

        var twin = await host.SendAsync(HttpMethod.Get, "/api/devices/wagon-1").JsonAsync(HttpStatusCode.OK);

        var alignment = twin.GetProperty("alignment");
        Assert.Equal((0.7, 0.1), (alignment.GetProperty("x").GetDouble(), alignment.GetProperty("xDeviation").GetDouble()));
        Assert.Equal((-0.12, 0.02), (alignment.GetProperty("clock").GetDouble(), alignment.GetProperty("clockDeviation").GetDouble()));
        Assert.True(alignment.GetProperty("suspect").GetBoolean());
    }

    [Fact]
    public async Task PutDesired_Valid_RaisesTheVersion()
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));

        var desired = await host.SendAsync(HttpMethod.Put, "/api/devices/wagon-1/desired", """{"maxSpeed":1.5,"properties":{"lights":"on"}}""")
            .JsonAsync(HttpStatusCode.OK);

        Assert.Equal(1, desired.GetProperty("version").GetInt64());
        Assert.Equal(1.5, host.Grains.Device("wagon-1").Desired.MaxSpeed);
        Assert.Equal("on", host.Grains.Device("wagon-1").Desired.Properties!["lights"]);
    }

    [Theory]
    [InlineData("desired", """{"maxSpeed":-1}""", "maxSpeed: -1 is not between 0 and 100 m/s")]
    [InlineData("desired", """{"maxSpeed":"fast"}""", "maxSpeed: \"fast\":")]
    [InlineData("desired", """{"maxSpeed":1e999}""", "maxSpeed: ")]
    [InlineData("desired", """{"maxSped":1}""", "maxSped")]
    [InlineData("desired", """{"properties":{"a":null}}""", "properties.a: null is not a string")]
    [InlineData("desired", "null", "$: null is not an object")]
    [InlineData("desired", "{", "$: not JSON")]
    [InlineData("commands", "{}", "kind: is missing")]
    [InlineData("commands", """{"kind":"limitSpeed","validForSeconds":5}""", "maxSpeed: is missing")]
    [InlineData("commands", """{"kind":"limitSpeed","maxSpeed":1}""", "validForSeconds: is missing")]
    [InlineData("commands", """{"kind":"limitSpeed","maxSpeed":1,"validForSeconds":0}""", "validForSeconds: 0 is not between")]
    [InlineData("commands", """{"kind":"stop","maxSpeed":1,"validForSeconds":1}""", "kind: 'Stop' is not a command here")]
    [InlineData("commands", """{"kind":"dance"}""", "kind: \"dance\":")]
    public async Task Send_BadBody_Is400NamingFieldAndValue(string resource, string body, string expected)
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));
        var method = resource == "desired" ? HttpMethod.Put : HttpMethod.Post;

        var detail = await host.SendAsync(method, $"/api/devices/wagon-1/{resource}", body).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Contains(expected, detail);
        Assert.Equal(0, host.Grains.Device("wagon-1").Desired.Version);
        Assert.Empty(host.Grains.Device("wagon-1").Commands);
    }

    [Fact]
    public async Task PostCommand_LimitSpeed_IsAcceptedWithEpoch()
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));

        var command = await host.SendAsync(HttpMethod.Post, "/api/devices/wagon-1/commands",
            """{"kind":"limitSpeed","maxSpeed":0.5,"validForSeconds":30,"reason":"wet"}""").JsonAsync(HttpStatusCode.Accepted);
        var twin = await host.SendAsync(HttpMethod.Get, "/api/devices/wagon-1").JsonAsync(HttpStatusCode.OK);

        Assert.Equal("limitSpeed", command.GetProperty("kind").GetString());
        Assert.Equal(1, command.GetProperty("epoch").GetInt64());
        Assert.Equal("wet", twin.GetProperty("commands")[0].GetProperty("command").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task PutDesired_BodyTooLarge_Is413()
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));
        var body = JsonSerializer.Serialize(new { properties = new { a = new string('x', 100_000) } });

        await host.SendAsync(HttpMethod.Put, "/api/devices/wagon-1/desired", body).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task PutDesired_NotJson_Is415()
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));

        using var content = new StringContent("maxSpeed=1");
        using var response = await host.Client.PutAsync(new Uri("/api/devices/wagon-1/desired", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(0, host.Grains.Device("wagon-1").Desired.Version);
    }
}
