using System.Collections.Concurrent;
using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Bridge.Tests;

/// <summary>Admits as many unregistered devices as a test says.</summary>
internal sealed class FakeSiteGrain : ISiteGrain
{
    private readonly ConcurrentDictionary<DeviceId, bool> _known = new();
    private int _asked;

    public int Room { get; set; } = int.MaxValue;

    /// <summary>How often it was asked to admit.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public Func<DeviceId, Task> OnAdmit { get; set; } = _ => Task.CompletedTask;

    public async Task<Admission> Admit(DeviceId device)
    {
        Interlocked.Increment(ref _asked);
        await OnAdmit(device);
        if (_known.TryGetValue(device, out var registered))
            return registered ? Admission.Registered : Admission.Unregistered;

        return _known.Count < Room && _known.TryAdd(device, false) ? Admission.Unregistered : Admission.Refused;
    }

    public Task Register(IReadOnlyList<DeviceId> devices)
    {
        foreach (var device in devices)
            _known[device] = true;

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DeviceId>> GetDevices() => Task.FromResult<IReadOnlyList<DeviceId>>([.. _known.Keys]);

    public Task<bool> Remove(DeviceId device) => Task.FromResult(_known.TryRemove(device, out _));

    public Task<Stop> Stop(StopScope scope, string? reason) => throw new NotSupportedException();

    public Task<bool> Release(string stopId) => throw new NotSupportedException();

    public Task<StopList> GetStops() => throw new NotSupportedException();
}
