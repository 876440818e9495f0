using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using HdrHistogram;
using Swarm.Benchmarks.Publishing;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Thin;

/// <summary>A thin device over a connection of its own: sends scans and times the verdicts on them.</summary>
internal sealed class ThinDevice : IDisposable
{
    /// <summary>More scans than can be open at once.</summary>
    private const int Open = 64;

    private static readonly byte[] EpochName = "\"epoch\":"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly long[] _sentAt = new long[Open];
    private readonly HistogramBase _times;
    private readonly DeviceId _id;
    private long _sequence;
    private long _answered;

    private ThinDevice(DeviceId id, HistogramBase times) => (_id, _times) = (id, times);

    public long Sent => Volatile.Read(ref _sequence);

    /// <summary>Verdicts that came while they still held.</summary>
    public long Answered => Volatile.Read(ref _answered);

    /// <param name="times">Takes microseconds from scan to verdict; synchronized.</param>
    public static async Task<ThinDevice> OpenAsync(BrokerAddress broker, int number, HistogramBase times, CancellationToken cancellationToken)
    {
        var (site, id) = (BenchFleet.Site.Site, BenchFleet.Id(number));
        var device = new ThinDevice(id, times);
        await device._socket.ConnectAsync(broker.Host, broker.Port, cancellationToken);
        await device._socket.SendAsync(MqttFrame.Connect(id.Value), cancellationToken);
        await device._socket.SendAsync(MqttFrame.Subscribe(1, [Topic.Of(site, id, Channel.Command)]), cancellationToken);
        var factsheet = BenchFleet.Factsheet with { Compute = Compute.None, Acceleration = 1, Braking = 2 };
        foreach (var (publication, packet) in new[] { (Publication.Of(site, id, BenchFleet.Birth(number)), (ushort)2), (Publication.Of(site, id, factsheet), (ushort)3) })
            await device._socket.SendAsync(MqttFrame.PublishRetained(publication.Topic, packet, publication.Payload.Span), cancellationToken);
        return device;
    }

    public void SendScan()
    {
        var sequence = _sequence + 1;
        var ranges = new double[36];
        for (var i = 0; i < ranges.Length; i++)
            ranges[i] = 2 + ((sequence + i) % 36 * 0.2);
        var scan = Publication.Of(BenchFleet.Site.Site, _id, new RangeScan(sequence, ranges, 10, 1.2, 0.05, 0.3, 0.8));
        Volatile.Write(ref _sentAt[sequence % Open], Stopwatch.GetTimestamp());
        Volatile.Write(ref _sequence, sequence);
        _socket.Send(MqttFrame.Publish(scan.Topic, scan.Payload.Span));
    }

    /// <summary>Reads verdicts until the connection ends.</summary>
    public async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        var filled = 0;
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(filled)) is > 0 and var read)
                filled = Take(buffer, filled + read);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Takes whole packets out; returns how many bytes of the next are there.</summary>
    private int Take(byte[] buffer, int filled)
    {
        var at = 0;
        while (TryMeasure(buffer.AsSpan(at, filled - at), out var length) && at + length <= filled)
        {
            var packet = buffer.AsSpan(at, length);
            if (packet.IndexOf(EpochName) is >= 0 and var epoch && Utf8Parser.TryParse(packet[(epoch + EpochName.Length)..], out long sequence, out _))
                Note(sequence);
            at += length;
        }

        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        return filled - at;
    }

    private void Note(long sequence)
    {
        var took = Stopwatch.GetElapsedTime(Volatile.Read(ref _sentAt[sequence % Open]));
        _times.RecordValue((long)took.TotalMicroseconds);
        if (took <= DriveWatch.Silence)
            Interlocked.Increment(ref _answered);
    }

    /// <summary>Of a packet, by its remaining length (MQTT 3.1.1, section 2.2.3).</summary>
    private static bool TryMeasure(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        for (var i = 1; i < Math.Min(bytes.Length, 5); i++)
        {
            length |= (bytes[i] & 0x7F) << (7 * (i - 1));
            if ((bytes[i] & 0x80) != 0)
                continue;
            length += i + 1;
            return true;
        }

        return false;
    }
}
