namespace Swarm.Domain;

/// <summary>What a device sends. One derived record per channel; <c>docs/protocol.md</c> has an example of each.</summary>
/// <param name="Device">The sender, if it names itself; must then be the one in the topic.</param>
[GenerateSerializer, Immutable, Alias("swarm.UplinkMessage")]
public abstract record UplinkMessage([property: Id(0)] DeviceId? Device);
