using System.Threading.Channels;
using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.Bridge.Tests;

/// <summary>Writes down what it is handed; whether and when a call succeeds is up to the test.</summary>
internal sealed class FakeDeviceGrain : IDeviceGrain
{
    private readonly Channel<Uplink> _received = Channel.CreateUnbounded<Uplink>();
    private readonly Channel<(IReadOnlyList<Rejection> Newest, long Count)> _rejected = Channel.CreateUnbounded<(IReadOnlyList<Rejection>, long)>();
    private readonly Channel<RangeScan> _scans = Channel.CreateUnbounded<RangeScan>();
    private readonly Channel<int> _calls = Channel.CreateUnbounded<int>();

    /// <summary>Runs at the start of each call, with the batch; the messages count as received once it completes.</summary>
    public Func<IReadOnlyList<Uplink>, Task> OnReceive { get; set; } = _ => Task.CompletedTask;

    public async Task Receive(IReadOnlyList<Uplink> batch)
    {
        _calls.Writer.TryWrite(batch.Count);
        await OnReceive(batch);
        foreach (var uplink in batch)
            _received.Writer.TryWrite(uplink);
    }

    public Task Reject(IReadOnlyList<Rejection> newest, long count)
    {
        _rejected.Writer.TryWrite((newest, count));
        return Task.CompletedTask;
    }

    public async Task<Uplink> NextAsync() => await _received.Reader.ReadAsync(Patience.Token);

    public async Task<T> NextAsync<T>()
        where T : UplinkMessage => Assert.IsType<T>((await NextAsync()).Message);

    /// <summary>Waits for the beginning of a call, and tells how many messages it carries.</summary>
    public async Task<int> CalledAsync() => await _calls.Reader.ReadAsync(Patience.Token);

    public async Task<(IReadOnlyList<Rejection> Newest, long Count)> NextRejectionAsync() => await _rejected.Reader.ReadAsync(Patience.Token);

    /// <summary>Runs at the start of each call, with the scan.</summary>
    public Func<RangeScan, Task> OnSense { get; set; } = _ => Task.CompletedTask;

    public async Task Sense(RangeScan scan)
    {
        await OnSense(scan);
        _scans.Writer.TryWrite(scan);
    }

    public async Task<RangeScan> NextScanAsync() => await _scans.Reader.ReadAsync(Patience.Token);

    public Task<DeviceTwin> GetTwin() => throw new NotSupportedException();

    public Task<DeviceSummary> GetSummary() => throw new NotSupportedException();

    public Task<DesiredState> SetDesired(double? maxSpeed, IReadOnlyDictionary<string, string>? properties) => throw new NotSupportedException();

    public Task<DeviceCommand> LimitSpeed(double maxSpeed, TimeSpan validFor, string? reason) => throw new NotSupportedException();

    public Task SetModels(IReadOnlyDictionary<string, ModelChoice> models) => throw new NotSupportedException();

    public Task UpdateStops(StopList stops) => throw new NotSupportedException();

    public Task UpdateAlignment(DeviceAlignment alignment) => throw new NotSupportedException();

    public Task UpdateSurroundings(HazardList? hazards, TrackList? tracks) => throw new NotSupportedException();

    public Task Forget() => throw new NotSupportedException();
}
