using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Cluster.Tests;

/// <summary>Stands in for the way to the devices: keeps what is sent, and lets a test wait for it.</summary>
internal sealed class RecordingDownlink : IDownlink
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<DeviceId, List<DownlinkMessage>> _sent = [];
    private readonly HashSet<DeviceId> _cleared = [];
    private readonly Dictionary<(string Name, string Version), byte[]> _models = [];
    private readonly List<(DeviceId Device, Func<IReadOnlyList<DownlinkMessage>, bool> Enough, TaskCompletionSource Done)> _waiting = [];

    /// <summary>Whether a broker takes messages now.</summary>
    public bool Connected { get; set; } = true;

    public ValueTask<bool> SendAsync(DeviceId device, DownlinkMessage message, CancellationToken cancellationToken = default)
    {
        if (!Connected)
        {
            return new(false);
        }

        lock (_lock)
        {
            if (!_sent.TryGetValue(device, out var list))
            {
                _sent[device] = list = [];
            }

            list.Add(message);
            foreach (var waiting in _waiting.Where(waiting => waiting.Device == device && waiting.Enough(list)).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Done.SetResult();
            }
        }

        return new(true);
    }

    public ValueTask<bool> ClearDesiredAsync(DeviceId device, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _cleared.Add(device);
        }

        return new(Connected);
    }

    public ValueTask<bool> RetainModelAsync(string name, string version, ReadOnlyMemory<byte> package, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _models[(name, version)] = package.ToArray();
        }

        return new(Connected);
    }

    /// <summary>The package that is retained, or null.</summary>
    public byte[]? Model(string name, string version)
    {
        lock (_lock)
        {
            return _models.GetValueOrDefault((name, version));
        }
    }

    /// <summary>Whether the retained desired state of the device was taken back.</summary>
    public bool IsCleared(DeviceId device)
    {
        lock (_lock)
        {
            return _cleared.Contains(device);
        }
    }

    public IReadOnlyList<T> Of<T>(DeviceId device)
        where T : DownlinkMessage
    {
        lock (_lock)
        {
            return _sent.TryGetValue(device, out var list) ? [.. list.OfType<T>()] : [];
        }
    }

    public void Clear(DeviceId device)
    {
        lock (_lock)
        {
            _sent.Remove(device);
        }
    }

    /// <summary>Completes when what was sent to the device is enough, and gives the messages of one kind.</summary>
    public async Task<IReadOnlyList<T>> UntilAsync<T>(DeviceId device, Func<IReadOnlyList<T>, bool> enough)
        where T : DownlinkMessage
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_sent.TryGetValue(device, out var list) && enough([.. list.OfType<T>()]))
            {
                return [.. list.OfType<T>()];
            }

            _waiting.Add((device, all => enough([.. all.OfType<T>()]), done));
        }

        await done.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return Of<T>(device);
    }
}
