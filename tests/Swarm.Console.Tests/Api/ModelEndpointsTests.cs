using System.Net;
using Swarm.Domain;
using Swarm.OperatorConsole.Tests.Fakes;

namespace Swarm.OperatorConsole.Tests.Api;

public sealed class ModelEndpointsTests
{
    [Fact]
    public async Task Get_Models_SaysWhoIsToRunWhatAndWhoDoes()
    {
        await using var host = await StartAsync();
        var summary = await host.Grains.Device("wagon-1").GetSummary();
        var report = new ModelReport("2", Refused: "3", Reason: "bad-signature: no");
        await host.Grains.View.ReportDevice(summary with { Models = new Dictionary<string, ModelReport> { ["reflex"] = report } });

        var model = Assert.Single((await host.SendAsync(HttpMethod.Get, "/api/models").JsonAsync(HttpStatusCode.OK)).EnumerateArray());

        Assert.Equal(("reflex", "2", "shipped"), (Text(model, "name"), Text(model, "fleet"), Text(model, "before")));
        Assert.Equal("3", Text(model.GetProperty("ahead"), "wagon-1"));
        Assert.Equal("bad-signature: no", Text(model.GetProperty("devices").GetProperty("wagon-1"), "reason"));
    }

    [Theory]
    [InlineData("/api/models", "{}", "add 2")]
    [InlineData("/api/models/reflex/rollout", """{"version":"2"}""", "reflex 2 to all")]
    [InlineData("/api/models/reflex/rollout", """{"version":"2","devices":["wagon-1"]}""", "reflex 2 to wagon-1")]
    [InlineData("/api/models/reflex/rollback", "", "reflex back")]
    public async Task Post_Change_IsDoneAndShown(string path, string body, string asked)
    {
        await using var host = await StartAsync();

        var model = await host.SendAsync(HttpMethod.Post, path, body).JsonAsync(HttpStatusCode.OK);

        Assert.Equal("2", Text(model, "fleet"));
        Assert.Equal([asked], host.Grains.Models.Asked);
    }

    [Theory]
    [InlineData("bad-signature", HttpStatusCode.BadRequest)]
    [InlineData("version-taken", HttpStatusCode.Conflict)]
    [InlineData("unknown-version", HttpStatusCode.NotFound)]
    public async Task Post_Refused_SaysTheReasonByName(string refusal, HttpStatusCode status)
    {
        await using var host = await StartAsync();
        host.Grains.Models.Refusal = refusal;

        Assert.Contains($"{refusal}: because", await host.SendAsync(HttpMethod.Post, "/api/models", "{}").ProblemAsync(status));
    }

    [Theory]
    [InlineData("{}", "version: is missing")]
    [InlineData("""{"version":"a/b"}""", "version: 'a/b' is no version")]
    [InlineData("""{"version":"2","devices":[]}""", "devices: 0 entries")]
    [InlineData("""{"version":"2","devices":["wagon-9"]}""", "knows no device 'wagon-9'")]
    [InlineData("""{"versoin":"2"}""", "there is no such field")]
    public async Task Rollout_BadRequest_Is400AndChangesNothing(string body, string expected)
    {
        await using var host = await StartAsync();

        Assert.Contains(expected, await host.SendAsync(HttpMethod.Post, "/api/models/reflex/rollout", body).ProblemAsync(HttpStatusCode.BadRequest));
        Assert.Empty(host.Grains.Models.Asked);
    }

    [Fact]
    public async Task Post_LargerThanAMessage_Is413()
    {
        await using var host = await StartAsync();

        await host.SendAsync(HttpMethod.Post, "/api/models", new string(' ', (256 * 1024) + 1)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        Assert.Empty(host.Grains.Models.Asked);
    }

    private static Task<ConsoleHost> StartAsync() => ConsoleHost.StartAsync(seed: grains => grains.Site.Register([new DeviceId("wagon-1")]));

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();
}
