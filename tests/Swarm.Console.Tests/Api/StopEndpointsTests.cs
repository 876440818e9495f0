using System.Net;
using Swarm.Domain;
using Swarm.OperatorConsole.Tests.Fakes;

namespace Swarm.OperatorConsole.Tests.Api;

public sealed class StopEndpointsTests
{
    [Theory]
    [InlineData("""{"scope":{},"reason":"fire drill"}""")]
    [InlineData("""{"scope":{"device":"wagon-1"}}""")]
    [InlineData("""{"scope":{"area":{"centre":{"x":1,"y":2},"radius":5}}}""")]
    public async Task PostThenDelete_EachScope_LatchesAndReleases(string body)
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));

        var stop = await host.SendAsync(HttpMethod.Post, "/api/stops", body).JsonAsync(HttpStatusCode.Created);
        var id = stop.GetProperty("id").GetString();
        var latched = await host.SendAsync(HttpMethod.Get, "/api/stops").JsonAsync(HttpStatusCode.OK);
        await host.SendAsync(HttpMethod.Delete, $"/api/stops/{id}").JsonAsync(HttpStatusCode.NoContent);
        var released = await host.SendAsync(HttpMethod.Get, "/api/stops").JsonAsync(HttpStatusCode.OK);

        Assert.Equal(id, Assert.Single(latched.EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(0, released.GetArrayLength());
    }

    [Theory]
    [InlineData("{}", "scope: is missing")]
    [InlineData("""{"scope":{"devise":"wagon-1"}}""", "devise")]
    [InlineData("""{"scope":{"device":"no such/id"}}""", "scope.device: \"no such/id\"")]
    [InlineData("""{"scope":{"device":"wagon-2"}}""", "scope.device: site 'harbour' knows no device 'wagon-2'")]
    [InlineData("""{"scope":{"device":"wagon-1","area":{"centre":{"x":1,"y":2},"radius":5}}}""", "scope: device 'wagon-1' and an area")]
    [InlineData("""{"scope":{"area":{"centre":{"x":1,"y":2},"radius":-5}}}""", "scope.area.radius: -5 is not between")]
    [InlineData("""{"scope":{"area":{"radius":5}}}""", "lacks 'centre'")]
    [InlineData("""{"scope":{"area":{"centre":{"x":1},"radius":5}}}""", "lacks 'y'")]
    [InlineData("""{"scop":{}}""", "scop: {}: there is no such field")]
    [InlineData("[]", "$: []: not a value that this can have")]
    [InlineData("""{"scope":{"area":{"centre":{"x":"here","y":2},"radius":5}}}""", "scope.area.centre.x: \"here\"")]
    public async Task Post_BadScope_Is400AndStopsNothing(string body, string expected)
    {
        await using var host = await ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));

        var detail = await host.SendAsync(HttpMethod.Post, "/api/stops", body).ProblemAsync(HttpStatusCode.BadRequest);

        Assert.Contains(expected, detail);
        Assert.Empty((await host.Grains.Site.GetStops()).Stops);
    }

    [Fact]
    public async Task Delete_NoSuchStop_Is404()
    {
        await using var host = await ConsoleHost.StartAsync();

        var detail = await host.SendAsync(HttpMethod.Delete, "/api/stops/stop-9").ProblemAsync(HttpStatusCode.NotFound);

        Assert.Contains("'stop-9'", detail);
    }

    public static TheoryData<string, string> CrossSite => new()
    {
        { "Sec-Fetch-Site", "cross-site" },
        { "Sec-Fetch-Site", "same-site" },
        { "Origin", "https://elsewhere.example" },
        { "Origin", "http://127.0.0.1:1" },
        { "Origin", "null" },
    };

    [Theory]
    [MemberData(nameof(CrossSite))]
    public async Task Post_FromAnotherSite_Is403AndStopsNothing(string header, string value)
    {
        await using var host = await ConsoleHost.StartAsync();

        var detail = await host.SendAsync(HttpMethod.Post, "/api/stops", """{"scope":{}}""", (header, value)).ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Contains($"'{value}'", detail);
        Assert.Empty((await host.Grains.Site.GetStops()).Stops);
    }

    [Fact]
    public async Task Post_NameMadeToPointHere_Is403()
    {
        await using var host = await ConsoleHost.StartAsync();
        var name = $"rebound.example:{host.Address.Port}";

        var detail = await host.SendAsync(HttpMethod.Post, "/api/stops", """{"scope":{}}""", ("Host", name), ("Origin", $"http://{name}"),
            ("Sec-Fetch-Site", "same-origin")).ProblemAsync(HttpStatusCode.Forbidden);

        Assert.Contains("'rebound.example'", detail);
    }

    [Fact]
    public async Task Post_FromOwnPage_IsTaken()
    {
        await using var host = await ConsoleHost.StartAsync();

        await host.SendAsync(HttpMethod.Post, "/api/stops", """{"scope":{}}""", ("Origin", host.Address.GetLeftPart(UriPartial.Authority)),
            ("Sec-Fetch-Site", "same-origin")).JsonAsync(HttpStatusCode.Created);
    }
}
