using System.Buffers;

namespace Swarm.Messaging;

/// <summary>What a device published, as the broker got it.</summary>
/// <param name="Topic">Of a device and an uplink channel.</param>
/// <param name="Payload">Stays valid after the call.</param>
public readonly record struct UplinkPublish(string Topic, ReadOnlySequence<byte> Payload);
