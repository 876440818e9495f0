using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Tests.Fakes;

internal sealed class FakeDeviceGrain(DeviceId id, FakeGrains grains) : IDeviceGrain
{
    private long _epoch;

    /// <summary>What the twin shows; a scene sets it.</summary>
    public Func<DateTimeOffset, DeviceTwin>? Scene { get; set; }

    public DesiredState Desired { get; private set; } = new(0);

    public List<CommandStatus> Commands { get; } = [];

    public Task<DeviceTwin> GetTwin()
    {
        var twin = Scene?.Invoke(grains.Time.GetUtcNow())
            ?? new DeviceTwin(id, Presence.Unknown, null, null, null, null, Desired, [], [], [], [], 0);
        return Task.FromResult(twin with { Desired = Desired, Commands = [.. Commands, .. twin.Commands] });
    }

    public Task<DeviceSummary> GetSummary() =>
        Task.FromResult(new DeviceSummary(id, DeviceKind.Other, Presence.Unknown, null, null, null, null, null, null, null, [], 0, 0));

    public Task<DesiredState> SetDesired(double? maxSpeed, IReadOnlyDictionary<string, string>? properties)
    {
        Desired = new DesiredState(Desired.Version + 1, maxSpeed, properties);
        return Task.FromResult(Desired);
    }

    public Task<DeviceCommand> LimitSpeed(double maxSpeed, TimeSpan validFor, string? reason)
    {
        var now = grains.Time.GetUtcNow();
        var command = new DeviceCommand($"command-{++_epoch}", CommandKind.LimitSpeed, _epoch, now + validFor, maxSpeed, reason);
        Commands.Insert(0, new CommandStatus(command, now));
        return Task.FromResult(command);
    }

    public Task Receive(IReadOnlyList<Uplink> batch) => throw new NotSupportedException();

    public Task SetModels(IReadOnlyDictionary<string, ModelChoice> models) => throw new NotSupportedException();

    public Task Sense(RangeScan scan) => throw new NotSupportedException();

    public Task Reject(IReadOnlyList<Rejection> newest, long count) => throw new NotSupportedException();

    public Task UpdateStops(StopList stops) => throw new NotSupportedException();

    public Task UpdateSurroundings(HazardList? hazards, TrackList? tracks) => throw new NotSupportedException();

    public Task UpdateAlignment(DeviceAlignment alignment) => throw new NotSupportedException();

    public Task Forget() => throw new NotSupportedException();
}
