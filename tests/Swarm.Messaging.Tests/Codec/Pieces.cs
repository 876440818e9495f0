using System.Buffers;

namespace Swarm.Messaging.Tests;

/// <summary>Cuts bytes into a sequence of several segments.</summary>
internal sealed class Pieces : ReadOnlySequenceSegment<byte>
{
    public static ReadOnlySequence<byte> Of(byte[] bytes, int size)
    {
        Pieces? first = null, last = null;
        for (var at = 0; at < bytes.Length; at += size)
        {
            var next = new Pieces { Memory = bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), RunningIndex = at };
            first ??= next;
            if (last is not null)
                last.Next = next;

            last = next;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }
}
