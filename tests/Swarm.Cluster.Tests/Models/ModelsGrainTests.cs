using Swarm.Domain;
using Swarm.Grains;
using Swarm.Inference;

namespace Swarm.Cluster.Tests;

public sealed class ModelsGrainTests : IAsyncLifetime
{
    private const string Reflex = ReflexModels.Name;
    private static readonly ModelPackage Two = SignedReflex.Package("2");
    private static readonly ModelPackage Three = SignedReflex.Package("3", less: 0.1f);

    private readonly EdgeCluster _cluster = new();

    private IModelsGrain Models => _cluster.Grains.Models(EdgeCluster.Site.Site);

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Add_WrongInOneThing_RefusedByName()
    {
        Assert.Equal("unknown-key", (await Models.Add(SignedReflex.OfAStranger("2").Write())).Refused);
        Assert.Equal("truncated", (await Models.Add(Two.Write()[..^9])).Refused);
        Assert.Equal("wrong-hash", (await Models.Add((Two with { Content = [.. Two.Content[..^1], 7] }).Write())).Refused);
        Assert.Equal("not-a-number", (await Models.Add(SignedReflex.Package("9", less: float.NaN).Write())).Refused);
        Assert.Equal("too-large", (await Models.Add(new byte[(256 * 1024) + 1])).Refused);
        Assert.Empty(await Models.GetModels());

        Assert.Null((await Models.Add(Two.Write())).Refused);
        Assert.Null((await Models.Add(Two.Write())).Refused);
        Assert.Equal("version-taken", (await Models.Add(SignedReflex.Package("2", less: 0.2f).Write())).Refused);
        Assert.Equal("unknown-version", (await Models.RollOut(Reflex, "3", null)).Refused);
        Assert.Equal("unknown-model", (await Models.RollOut("eye", "2", null)).Refused);
        Assert.Equal("nothing-before", (await Models.RollBack(Reflex)).Refused);
        Assert.Equal("2", Assert.Single((await Models.GetModels())[0].Versions).Version);
    }

    [Fact]
    public async Task RollOut_ToSomeThenAllThenBack_EachDeviceIsToldItsVersion()
    {
        var (canary, other) = (await ConnectAsync("canary"), await ConnectAsync("other"));
        await Models.Add(Two.Write());
        await Models.Add(Three.Write());

        await Models.RollOut(Reflex, "2", [canary.Id]);
        await ToldAsync(canary, Two.Choice());
        Assert.Empty(_cluster.Downlink.Of<DesiredState>(other.Id));
        Assert.Equal(Two.Write(), _cluster.Downlink.Model(Reflex, "2"));

        await Models.RollOut(Reflex, "3", null);
        await ToldAsync(canary, Three.Choice());
        await ToldAsync(other, Three.Choice());

        await Models.RollBack(Reflex);
        await ToldAsync(canary, null);
        await ToldAsync(other, null);
    }

    [Fact]
    public async Task RollOut_GrainsDeactivatedAfter_ChoiceIsStoredAndReachesWhoComesLater()
    {
        var device = await ConnectAsync("stays");
        await Models.Add(Two.Write());
        await Models.RollOut(Reflex, "2", null);
        await ToldAsync(device, Two.Choice());

        await _cluster.Silos.DeactivateAsync(Models);
        await _cluster.Silos.DeactivateAsync(device.Grain);
        await _cluster.Silos.DeactivateAsync(_cluster.Grains.ModelPackage(EdgeCluster.Site.Site, Reflex, "2"));

        Assert.Equal(Two.Choice(), (await device.Grain.GetTwin()).Desired.Models![Reflex]);
        Assert.Equal("2", (await Models.GetModels())[0].Fleet.Version);
        Assert.Equal(Two.Write(), await _cluster.Grains.ModelPackage(EdgeCluster.Site.Site, Reflex, "2").Get());
        await ToldAsync(await ConnectAsync("new"), Two.Choice());
    }

    [Fact]
    public async Task SetDesired_AfterARollout_KeepsTheModels()
    {
        var device = await ConnectAsync("limited");
        await Models.Add(Two.Write());
        await Models.RollOut(Reflex, "2", null);
        await ToldAsync(device, Two.Choice());

        Assert.Equal(Two.Choice(), (await device.Grain.SetDesired(1.5, null)).Models![Reflex]);
    }

    [Fact]
    public async Task RollOut_StoreFails_NothingIsTold()
    {
        var device = await ConnectAsync("failing");
        await Models.Add(Two.Write());
        using (_cluster.Store.Fail("models"))
            await Assert.ThrowsAnyAsync<Exception>(() => Models.RollOut(Reflex, "2", null));

        Assert.Equal("shipped", (await Models.GetModels())[0].Fleet.Version);
        Assert.Null((await device.Grain.GetTwin()).Desired.Models);
    }

    [Fact]
    public async Task State_WithModels_IsShownInTheSummary()
    {
        var device = await ConnectAsync("reports");
        var report = new ModelReport("shipped", Refused: "2", Reason: "bad-signature: no");
        await device.SendAsync(device.StateAt(1, 1) with { Models = new Dictionary<string, ModelReport> { [Reflex] = report } });

        Assert.Equal(report, (await device.Grain.GetSummary()).Models![Reflex]);
        Assert.Equal(report, (await device.Grain.GetTwin()).Models![Reflex]);
    }

    /// <summary>The twin of a thin device takes a net on while it answers scans, and goes back at the next.</summary>
    [Fact]
    public async Task RollOut_ThinDevice_TwinSwapsBetweenScans()
    {
        var device = await ConnectAsync("thin", Compute.None);
        await Models.Add(SignedReflex.Package("slow", less: 0.5f).Write());
        await device.Grain.Sense(Scan(0));
        await Models.RollOut(Reflex, "slow", null);
        await ToldAsync(device, SignedReflex.Package("slow", less: 0.5f).Choice());

        var sequence = 0L;
        while ((await device.Grain.GetSummary()).Models?[Reflex].Version != "slow" && sequence < 100_000)
            await device.Grain.Sense(Scan(++sequence, blocked: sequence % 3 > 0));
        await device.Grain.Sense(Scan(++sequence));
        await Models.RollBack(Reflex);
        await ToldAsync(device, null);
        await device.Grain.Sense(Scan(++sequence));

        var drives = _cluster.Downlink.Of<DeviceCommand>(device.Id);
        Assert.Equal(Enumerable.Range(0, (int)sequence + 1).Select(i => (long)i), drives.Select(drive => drive.Epoch));
        Assert.Equal([1.5, 1.5], [drives[0].MaxSpeed!.Value, drives[^1].MaxSpeed!.Value]);
        Assert.True(drives[^2].MaxSpeed < 1, $"{drives[^2]}");
        Assert.Equal("shipped", (await device.Grain.GetSummary()).Models![Reflex].Version);
    }

    [Fact]
    public async Task RollOut_ThinDeviceNetFarOffAtEveryScan_RefusedInShadow()
    {
        var device = await ConnectAsync("doubtful", Compute.None);
        await Models.Add(SignedReflex.Package("slow", less: 0.5f).Write());
        await device.Grain.Sense(Scan(0));
        await Models.RollOut(Reflex, "slow", null);
        await ToldAsync(device, SignedReflex.Package("slow", less: 0.5f).Choice());

        var sequence = 0L;
        while ((await device.Grain.GetSummary()).Models?[Reflex].Refused is null && sequence < 100_000)
            await device.Grain.Sense(Scan(++sequence));

        var report = (await device.Grain.GetSummary()).Models![Reflex];
        Assert.Equal(("shipped", "slow"), (report.Version, report.Refused));
        Assert.StartsWith("disagrees", report.Reason, StringComparison.Ordinal);
        Assert.All(_cluster.Downlink.Of<DeviceCommand>(device.Id), drive => Assert.Equal(1.5, drive.MaxSpeed));
    }

    private async Task<TestDevice> ConnectAsync(string id, Compute compute = Compute.OnBoard)
    {
        var device = _cluster.Device(id);
        await _cluster.SiteGrain.Register([device.Id]);
        await device.SendAsync(TestDevice.Online(), new Factsheet(DeviceKind.Wagon, compute, new Size(0.9, 0.6, 1), [], MaxSpeed: 1.5, Acceleration: 1, Braking: 2));
        return device;
    }

    private async Task ToldAsync(TestDevice device, ModelChoice? choice) => await _cluster.Downlink.UntilAsync<DesiredState>(
        device.Id, all => all.Count > 0 && all[^1].Models?.GetValueOrDefault(Reflex) == choice);

    /// <param name="blocked">Something is at its very front, where no net allows anything.</param>
    private static RangeScan Scan(long sequence, bool blocked = false) => new(sequence, [blocked ? 0.46 : 10, .. Enumerable.Repeat(10.0, 35)], 10, Speed: 1, YawRate: 0, Load: 0, Friction: 0.8);
}
