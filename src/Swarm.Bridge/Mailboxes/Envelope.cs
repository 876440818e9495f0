using System.Buffers;
using Swarm.Messaging;

namespace Swarm.Bridge;

/// <summary>A message as it came in, not decoded yet.</summary>
/// <param name="ReceivedAt">Site time.</param>
/// <param name="Stamp">For measuring: <see cref="TimeProvider.GetTimestamp"/> at receipt.</param>
/// <param name="Receipt">Of QoS 1; none for QoS 0, which may be dropped.</param>
internal readonly record struct Envelope(
    Channel Channel,
    ReadOnlySequence<byte> Payload,
    DateTimeOffset ReceivedAt,
    long Stamp,
    bool Retained,
    IReceipt? Receipt)
{
    public bool MayBeDropped => Receipt is null;

    public int Size => (int)Payload.Length;
}
