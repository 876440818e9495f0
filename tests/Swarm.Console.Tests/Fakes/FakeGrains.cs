using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Tests.Fakes;

/// <summary>Hands out the fakes of one site, and remembers which devices were asked for.</summary>
internal sealed class FakeGrains : IGrainFactory
{
    private readonly Dictionary<string, FakeDeviceGrain> _devices = [];

    public FakeGrains(TimeProvider time)
    {
        Time = time;
        Site = new FakeSiteGrain(this);
        View = new FakeSiteViewGrain(this);
    }

    public TimeProvider Time { get; }

    public FakeSiteGrain Site { get; }

    public FakeSiteViewGrain View { get; }

    public FakeModelsGrain Models { get; } = new();

    public IReadOnlyCollection<string> Activated
    {
        get
        {
            lock (_devices)
                return [.. _devices.Keys];
        }
    }

    public FakeDeviceGrain Device(string id)
    {
        lock (_devices)
            return _devices.TryGetValue(id, out var grain) ? grain : _devices[id] = new FakeDeviceGrain(new DeviceId(id), this);
    }

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        object grain = typeof(TGrainInterface) == typeof(ISiteGrain) ? Site
            : typeof(TGrainInterface) == typeof(ISiteViewGrain) ? View
            : typeof(TGrainInterface) == typeof(IModelsGrain) ? Models
            : Device(primaryKey[(primaryKey.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return (TGrainInterface)grain;
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw new NotSupportedException();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IAddressable GetGrain(Type grainInterfaceType, IdSpan grainKey) => throw new NotSupportedException();

    public IAddressable GetGrain(Type grainInterfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw new NotSupportedException();
}
