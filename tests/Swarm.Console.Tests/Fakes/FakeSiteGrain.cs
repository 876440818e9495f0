using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Tests.Fakes;

internal sealed class FakeSiteGrain(FakeGrains grains) : ISiteGrain
{
    private readonly List<DeviceId> _devices = [];
    private readonly List<Stop> _stops = [];
    private long _version;

    /// <summary>When set, every call fails with it.</summary>
    public Exception? Failure { get; set; }

    public int Calls { get; private set; }

    public Task<Admission> Admit(DeviceId device) => throw new NotSupportedException();

    public Task Register(IReadOnlyList<DeviceId> devices) => Do(() =>
    {
        _devices.AddRange(devices.Except(_devices));
        return true;
    });

    public Task<bool> Remove(DeviceId device) => Do(() => _devices.Remove(device));

    public Task<IReadOnlyList<DeviceId>> GetDevices() => Do<IReadOnlyList<DeviceId>>(() => [.. _devices]);

    public Task<Stop> Stop(StopScope scope, string? reason) => Do(() =>
    {
        var stop = new Stop($"stop-{++_version}", scope, grains.Time.GetUtcNow(), reason);
        _stops.Add(stop);
        return stop;
    });

    public Task<bool> Release(string stopId) => Do(() => _stops.RemoveAll(stop => stop.Id == stopId) > 0);

    public Task<StopList> GetStops() => Do(() => new StopList(_version, [.. _stops]));

    private Task<T> Do<T>(Func<T> action)
    {
        lock (_devices)
        {
            Calls++;
            return Failure is null ? Task.FromResult(action()) : Task.FromException<T>(Failure);
        }
    }
}
