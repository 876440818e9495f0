using System.Diagnostics;
using Swarm.Inference;

namespace Swarm.Cluster.Tests;

/// <summary>A rollout as it happens: over MQTT, to devices that tick all the while.</summary>
public sealed class RolloutTests : IAsyncLifetime
{
    private const int Count = 50;
    private const string Reflex = ReflexModels.Name;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    private readonly LiveSite _site = new();
    private readonly CancellationTokenSource _stopping = new();
    private RolloutDevice[] _devices = [];
    private Task _ticking = Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        await _site.StartAsync();
        _devices = [.. Enumerable.Range(0, Count).Select(i => new RolloutDevice(_site, i))];
        _ticking = TickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _ticking;
        await Task.WhenAll(_devices.Select(device => device.DisposeAsync().AsTask()));
        await _site.DisposeAsync();
        _stopping.Dispose();
    }

    [Fact]
    public async Task RollOut_FiftyDevices_AllRunItAndGoBackInTimeWithoutMissingATick()
    {
        await UntilAsync(async () => (await _site.View.Get()).Devices.Count == Count);
        Assert.Null((await _site.Models.Add(SignedReflex.Package("2").Write())).Refused);

        var rolledOut = Stopwatch.StartNew();
        await _site.Models.RollOut(Reflex, "2", null);
        await UntilAsync(() => Run("2"));
        rolledOut.Stop();
        await UntilAsync(async () => (await _site.View.Get()).Devices.All(device => device.Models?[Reflex].Version == "2"));

        var back = Stopwatch.StartNew();
        await _site.Models.RollBack(Reflex);
        await UntilAsync(() => Run("shipped"));
        back.Stop();
        await UntilAsync(async () => (await _site.View.Get()).Devices.All(device => device.Models?[Reflex].Version == "shipped"));

        await _stopping.CancelAsync();
        await _ticking;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Count} devices ran version 2 after {rolledOut.Elapsed.TotalSeconds:F2} s (20 ticks in shadow), the one before again after {back.Elapsed.TotalSeconds:F2} s; "
            + $"{_devices.Sum(device => device.Ticks)} ticks, {_devices.Sum(device => device.Verdicts)} verdicts.");
        Assert.All(_devices, device => Assert.Equal(device.Ticks, device.Verdicts));
        Assert.True(back.Elapsed < Promised, $"{back.Elapsed}");
    }

    /// <summary>A package that the site stored is changed on its way: every device refuses it by name and goes on with what it has.</summary>
    [Fact]
    public async Task RollOut_PackageChangedOnTheWay_RefusedByEveryDevice()
    {
        await UntilAsync(async () => (await _site.View.Get()).Devices.Count == Count);
        Assert.Null((await _site.Models.Add(SignedReflex.Package("2").Write())).Refused);
        var good = SignedReflex.Package("2");
        await _site.OverwriteAsync(Reflex, "2", (good with { Content = [.. good.Content[..^1], (byte)(good.Content[^1] ^ 1)] }).Write());

        await _site.Models.RollOut(Reflex, "2", null);
        await UntilAsync(() => Task.FromResult(_devices.All(device => device.Report?.Refused == "2")));
        await UntilAsync(async () => (await _site.View.Get()).Devices.All(device => device.Models?[Reflex] is { Version: "shipped", Refused: "2" }));

        Assert.All(_devices, device => Assert.StartsWith("wrong-hash", device.Report!.Reason, StringComparison.Ordinal));
        await _stopping.CancelAsync();
        await _ticking;
        Assert.All(_devices, device => Assert.Equal(device.Ticks, device.Verdicts));
        Assert.All(_devices, device => Assert.Equal("shipped", device.Version));
    }

    private Task<bool> Run(string version) => Task.FromResult(_devices.All(device => device.Version == version));

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var _ = _stopping.Token.Register(timer.Dispose);
        for (var tick = 0; await timer.WaitForNextTickAsync(); tick++)
        {
            foreach (var device in _devices)
                device.Tick();
            for (var i = tick % 50; i < _devices.Length; i += 50)
                _devices[i].Tell();
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(waited.Elapsed < Patience, $"It was not so after {waited.Elapsed}.");
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
