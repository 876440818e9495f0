using System.Collections.Concurrent;
using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Tests.Fakes;

internal sealed class FakeSiteViewGrain(FakeGrains grains) : ISiteViewGrain
{
    private readonly ConcurrentDictionary<DeviceId, DeviceSummary> _devices = new();
    private int _asked;

    /// <summary>Makes the picture; without it there is one of the devices that were reported.</summary>
    public Func<DateTimeOffset, SiteView>? Scene { get; set; }

    public Exception? Failure { get; set; }

    /// <summary>How often the picture was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public Task ReportDevice(DeviceSummary device)
    {
        _devices[device.Id] = device;
        return Task.CompletedTask;
    }

    public Task ReportCell(CellView cell) => throw new NotSupportedException();

    public Task ForgetDevice(DeviceId device) => throw new NotSupportedException();

    public async Task<SiteView> Get()
    {
        Interlocked.Increment(ref _asked);
        if (Failure is not null)
            throw Failure;
        var stops = (await grains.Site.GetStops()).Stops;
        var view = Scene?.Invoke(grains.Time.GetUtcNow()) ?? new SiteView(grains.Time.GetUtcNow(), [.. _devices.Values], [], [], []);
        return view with { Stops = stops };
    }
}
