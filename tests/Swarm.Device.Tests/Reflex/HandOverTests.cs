using CsCheck;

namespace Swarm.Device.Tests;

/// <summary>What goes from thread to thread without a lock arrives whole, in order, and in the end.</summary>
public sealed class HandOverTests
{
    private const int Writes = 300_000;

    [Fact]
    public void TripleBuffer_WriterAndReaderAtOnce_WholeAndNeverOlder()
    {
        var buffer = new TripleBuffer<Wide>();
        var writer = new Thread(() =>
        {
            for (var i = 1L; i <= Writes; i++)
                buffer.Write(new(i));
        });
        writer.Start();
        var last = 0L;
        while (last < Writes)
        {
            ref readonly var read = ref buffer.Read();
            Assert.True(read.IsWhole);
            Assert.True(read.First >= last);
            last = read.First;
        }

        writer.Join();
    }

    [Fact]
    public void Snapshot_OneWriterTwoReaders_WholeAndNeverOlder()
    {
        var snapshot = new Snapshot<Wide>();
        var torn = 0;
        var readers = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            for (var last = 0L; last < Writes;)
            {
                var read = snapshot.Read();
                if (!read.IsWhole || read.First < last)
                    Interlocked.Increment(ref torn);
                last = read.First;
            }
        })).ToList();
        readers.ForEach(reader => reader.Start());
        for (var i = 1L; i <= Writes; i++)
            snapshot.Write(new(i));
        readers.ForEach(reader => reader.Join());

        Assert.Equal(0, torn);
    }

    /// <summary>One after the other, as the threads may fall.</summary>
    [Fact]
    public void TripleBuffer_AnyTurns_TheNewestWritten() => Gen.Bool.Array[1, 60].Sample(turns =>
    {
        var buffer = new TripleBuffer<long>();
        var written = 0L;
        foreach (var writes in turns)
        {
            if (writes)
                buffer.Write(++written);
            else
                Assert.Equal(written, buffer.Read());
        }
    });

    private readonly record struct Wide(long First, long Second, long Third, long Fourth, long Fifth)
    {
        public Wide(long value)
            : this(value, 2 * value, 3 * value, 4 * value, 5 * value)
        {
        }

        public bool IsWhole => Second == 2 * First && Third == 3 * First && Fourth == 4 * First && Fifth == 5 * First;
    }
}
