using System.Buffers;
using CsCheck;
using Swarm.Messaging;

namespace Swarm.Bridge.Tests;

public sealed class MailboxQueueTests
{
    [Fact]
    public void Add_AnySequence_KeepsAllOfQos1TheNewestOfQos0AndTheirOrder() =>
        Gen.Select(Gen.Int[1, 8], Gen.Bool.Array[0, 40]).Sample((limit, mustArrive) =>
        {
            var queue = new MailboxQueue(limit, long.MaxValue);
            var dropped = 0;
            for (var i = 0; i < mustArrive.Length; i++)
                dropped += queue.Add(Envelope(i, 1, mustArrive[i]));

            var newest = Enumerable.Range(0, mustArrive.Length).Where(i => !mustArrive[i]).TakeLast(limit).ToHashSet();
            var expected = Enumerable.Range(0, mustArrive.Length).Where(i => mustArrive[i] || newest.Contains(i)).ToArray();
            Assert.Equal(mustArrive.Length - expected.Length, dropped);
            Assert.Equal(expected, TakeAll(queue, batch: 3));
            Assert.Equal(0, queue.Count);
            Assert.Equal(0, queue.Bytes);
        });

    [Fact]
    public void Add_OverTheBytes_DropsTheOldestButNeverTheOnlyOne()
    {
        var queue = new MailboxQueue(100, maxDroppableBytes: 10);

        Assert.Equal(0, queue.Add(Envelope(0, 6, mustArrive: false)));
        Assert.Equal(0, queue.Add(Envelope(1, 50, mustArrive: true)));
        Assert.Equal(1, queue.Add(Envelope(2, 20, mustArrive: false)));
        Assert.Equal(1, queue.Add(Envelope(3, 4, mustArrive: false)));

        Assert.Equal(54, queue.Bytes);
        Assert.Equal([1, 3], TakeAll(queue, batch: 10));
    }

    private static Envelope Envelope(int number, int size, bool mustArrive) => new(
        Channel.State,
        new ReadOnlySequence<byte>(new byte[size]),
        default,
        Stamp: number,
        Retained: false,
        mustArrive ? new EmbeddedReceipt() : null);

    private static int[] TakeAll(MailboxQueue queue, int batch)
    {
        var taken = new List<Envelope>();
        while (queue.Count > 0)
        {
            var before = taken.Count;
            queue.Take(taken, batch);
            Assert.InRange(taken.Count - before, 1, batch);
        }

        return [.. taken.Select(envelope => (int)envelope.Stamp)];
    }
}
