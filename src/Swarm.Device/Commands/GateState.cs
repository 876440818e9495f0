namespace Swarm.Device;

/// <summary>What a <see cref="CommandGate"/> must be given back after a restart.</summary>
/// <param name="Epoch">Of the newest accepted command, or null when none was.</param>
/// <param name="CommandId">Of the same command.</param>
/// <param name="StoppedAt">Epoch of the stop that holds the device, or null.</param>
/// <param name="SpeedLimit">The last limit that was accepted, expired or not.</param>
public sealed record GateState(long? Epoch = null, string? CommandId = null, long? StoppedAt = null, SpeedLimit? SpeedLimit = null)
{
    public static GateState Initial { get; } = new();
}
