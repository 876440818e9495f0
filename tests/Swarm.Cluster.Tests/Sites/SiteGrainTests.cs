using Swarm.Domain;
using Swarm.Grains;
using Swarm.Grains.Edge;

namespace Swarm.Cluster.Tests;

public sealed class SiteGrainTests : IAsyncLifetime
{
    private readonly EdgeCluster _cluster = new();

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Admit_ThousandGuestsAreThere_RefusesAnotherUntilOneIsSilentForADay()
    {
        var site = _cluster.SiteGrain;
        var guests = await Task.WhenAll(Enumerable.Range(0, Admissions.MaxGuests).Select(i => site.Admit(new DeviceId($"guest-{i}"))));
        Assert.All(guests, admission => Assert.Equal(Admission.Unregistered, admission));
        Assert.Equal(Admission.Refused, await site.Admit(new DeviceId("one-too-many")));
        Assert.Equal(Admission.Unregistered, await site.Admit(new DeviceId("guest-0")));
        await site.Register([new DeviceId("known")]);
        Assert.Equal(Admission.Registered, await site.Admit(new DeviceId("known")));
        Assert.Equal(Admissions.MaxGuests + 1, (await site.GetDevices()).Count);

        // A day later: the first guest asked long ago too, but its own grain has heard it since.
        _cluster.Clock.Advance(TimeSpan.FromHours(23));
        await _cluster.Device("guest-0").ConnectAsync();
        _cluster.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(Admission.Unregistered, await site.Admit(new DeviceId("one-too-many")));
        var devices = await site.GetDevices();
        Assert.Equal(Admissions.MaxGuests + 1, devices.Count);
        Assert.Contains(new DeviceId("guest-0"), devices);
    }

    [Fact]
    public async Task Admit_KnownDevice_WritesNothing()
    {
        await _cluster.SiteGrain.Admit(new DeviceId("again"));
        var before = _cluster.Store.Writes;

        for (var i = 0; i < 10; i++)
        {
            await _cluster.SiteGrain.Admit(new DeviceId("again"));
        }

        Assert.Equal(before, _cluster.Store.Writes);
    }

    [Fact]
    public async Task Admit_AfterReactivation_KnowsItsDevices()
    {
        await _cluster.SiteGrain.Admit(new DeviceId("guest"));
        await _cluster.SiteGrain.Register([new DeviceId("wagon")]);

        await _cluster.Silos.DeactivateAsync(_cluster.SiteGrain);

        Assert.Equal(["guest", "wagon"], (await _cluster.SiteGrain.GetDevices()).Select(device => device.Value).Order());
        Assert.Equal(Admission.Registered, await _cluster.SiteGrain.Admit(new DeviceId("wagon")));
    }

    [Fact]
    public async Task Admit_StoreFails_FailsAndTheDeviceIsNotKnown()
    {
        using (_cluster.Store.Fail("guests:"))
        {
            await Assert.ThrowsAsync<OrleansException>(() => _cluster.SiteGrain.Admit(new DeviceId("guest")));
        }

        Assert.Empty(await _cluster.SiteGrain.GetDevices());
        Assert.Equal(Admission.Unregistered, await _cluster.SiteGrain.Admit(new DeviceId("guest")));
    }

    [Fact]
    public async Task Remove_KnownDevice_ForgetsItEverywhere()
    {
        var device = _cluster.Device("sold");
        await _cluster.SiteGrain.Admit(device.Id);
        await device.SendAsync(TestDevice.Online(), TestDevice.Wagon());

        Assert.True(await _cluster.SiteGrain.Remove(device.Id));

        Assert.False(await _cluster.SiteGrain.Remove(device.Id));
        Assert.Empty((await _cluster.SiteView.Get()).Devices);
        Assert.Null((await device.Grain.GetTwin()).Factsheet);
    }

    [Fact]
    public async Task SiteView_AfterReactivation_GathersEveryDevice()
    {
        for (var i = 0; i < 5; i++)
        {
            await _cluster.SiteGrain.Admit(new DeviceId($"w{i}"));
            await _cluster.Device($"w{i}").ConnectAsync();
        }

        await _cluster.Silos.DeactivateAsync(_cluster.SiteView);

        await _cluster.AdvanceUntilAsync(
            async () => (await _cluster.SiteView.Get()).Devices.Count(device => device.Presence == Presence.Online) == 5,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task IngestLease_HeldByOne_IsGrantedToAnotherOnlyWhenItEnds()
    {
        var lease = _cluster.Grains.IngestLease(EdgeCluster.Site.Site);
        var first = await lease.Acquire("a", TimeSpan.FromSeconds(10));
        Assert.Null(await lease.Acquire("b", TimeSpan.FromSeconds(10)));

        _cluster.Clock.Advance(TimeSpan.FromSeconds(9));
        var renewed = await lease.Acquire("a", TimeSpan.FromSeconds(10));
        await _cluster.Silos.DeactivateAsync(lease);
        _cluster.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Null(await lease.Acquire("b", TimeSpan.FromSeconds(10)));

        _cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await lease.Acquire("b", TimeSpan.FromSeconds(10));
        await lease.Release("a");
        Assert.Null(await lease.Acquire("a", TimeSpan.FromSeconds(10)));
        await lease.Release("b");
        var third = await lease.Acquire("a", TimeSpan.FromSeconds(10));

        Assert.Equal(first!.Epoch, renewed!.Epoch);
        Assert.Equal([first.Epoch + 1, first.Epoch + 2], [second!.Epoch, third!.Epoch]);
    }
}
