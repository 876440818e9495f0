using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>A device, its site and its centre, each with a model of its own, and what is left when one of them goes.</summary>
public sealed class TierTests
{
    private const string SitesModel = "near-64@1";
    private const string CentresModel = "far-64@1";

    [Fact(Timeout = Patience.Test)]
    public async Task Tiers_LostOneByOne_TheNextNearerAnswers()
    {
        using var folder = new TempFolder();
        var centre = await EdgeSilo.StartCentreAsync(folder["centre"], "--store", "memory", "--model", FixedModel.Write(folder["far"], "far", score: 0.9f));
        try
        {
            await using var site = await EdgeSilo.StartAsync(
                folder["site"], "--store", "memory", "--model", FixedModel.Write(folder["near"], "near", score: 0.35f), "--model-size", "64",
                "--central", centre.Broker, "--share-pictures");
            await centre.EventuallyAsync("api/devices", devices => IsOnlineSite(devices.AsArray()), "the site is a device of the centre");

            await using var device = new AskingDevice(site.Broker, "site");
            await device.AnsweredByAsync(CentresModel);

            await centre.KillAsync();
            await device.AnsweredByAsync(SitesModel);

            await site.KillAsync();
            var own = await device.LookAsync();
            Assert.Equal("own@1", own.ModelVersion);
        }
        finally
        {
            await centre.DisposeAsync();
        }
    }

    [Fact(Timeout = Patience.Test)]
    public async Task Centre_PicturesNotShared_IsNeverAsked()
    {
        using var folder = new TempFolder();
        await using var centre = await EdgeSilo.StartCentreAsync(folder["centre"], "--store", "memory", "--model", FixedModel.Write(folder["far"], "far", score: 0.9f));
        await using var site = await EdgeSilo.StartAsync(
            folder["site"], "--store", "memory", "--model", FixedModel.Write(folder["near"], "near", score: 0.35f), "--model-size", "64", "--central", centre.Broker);
        await using var device = new AskingDevice(site.Broker, "site");
        await device.AnsweredByAsync(SitesModel);

        for (var i = 0; i < 30; i++)
            Assert.NotEqual(CentresModel, (await device.LookAsync()).ModelVersion);
    }

    private static bool IsOnlineSite(System.Text.Json.Nodes.JsonArray devices) =>
        devices.Count == 1 && devices[0]!["presence"]!.GetValue<string>() == "online" && devices[0]!["kind"]!.GetValue<string>() == "site";
}
