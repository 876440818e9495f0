using Swarm.Domain;

namespace Swarm.Device;

/// <summary>
/// Decides which commands a device obeys. An epoch older than the newest accepted one is refused, so that a command that was
/// overtaken can never take effect. Any other command than a stop must also be in time, and the device must know the time to tell; a
/// stop needs neither, because standing still by mistake is the smaller harm. A stop is latched until a release whose epoch is not older.
/// Not thread-safe.
/// </summary>
public sealed class CommandGate(GateState? state = null)
{
    /// <summary>To be kept where it survives a restart before an acknowledgement goes out.</summary>
    public GateState State { get; private set; } = state ?? GateState.Initial;

    public bool Stopped => State.StoppedAt is not null;

    /// <param name="siteTime">The device's fresh estimate of site time, or null where it has none.</param>
    public AckResult Decide(DeviceCommand command, DateTimeOffset? siteTime)
    {
        if (command.Id == State.CommandId && command.Epoch == State.Epoch)
            return AckResult.Accepted;
        if (command.Epoch < State.Epoch)
            return AckResult.RefusedEpoch;
        if (command.Kind != CommandKind.Stop)
        {
            if (siteTime is not { } now)
                return AckResult.RefusedNoTime;
            if (now > command.Expires)
                return AckResult.RefusedExpired;
        }

        return command switch
        {
            { Kind: CommandKind.Stop } => Accept(command, State with { StoppedAt = command.Epoch }),
            { Kind: CommandKind.Release } => Accept(command, State with { StoppedAt = null }),
            { Kind: CommandKind.LimitSpeed, MaxSpeed: { } limit and >= 0 } when double.IsFinite(limit) =>
                Accept(command, State with { SpeedLimit = new(limit, command.Expires) }),
            _ => AckResult.RefusedUnsupported,
        };
    }

    /// <summary>Metres per second that a command holds the device to, or null. Without the time, a limit counts as not yet expired.</summary>
    public double? MaxSpeed(DateTimeOffset? siteTime) =>
        State.SpeedLimit is { } limit && !(siteTime > limit.Expires) ? limit.MaxSpeed : null;

    private AckResult Accept(DeviceCommand command, GateState next)
    {
        State = next with { Epoch = command.Epoch, CommandId = command.Id };
        return AckResult.Accepted;
    }
}
