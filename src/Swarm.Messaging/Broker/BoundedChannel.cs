using System.Buffers;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MQTTnet.Channel;
using MQTTnet.Exceptions;

namespace Swarm.Messaging;

/// <summary>
/// Follows the packets that a client sends and breaks the connection off at the header of one that is too long, before a byte of it is
/// read. The header is one byte and then the length of the rest, seven bits to a byte, the lowest first (MQTT 5, section 2.1.4).
/// </summary>
/// <param name="largest">Bytes that may follow the header of a packet.</param>
internal sealed class BoundedChannel(IMqttChannel inner, int largest) : IMqttChannel
{
    private bool _inLength;
    private int _shift;
    private long _length;
    private long _left;

    public X509Certificate2 ClientCertificate => inner.ClientCertificate;

    public EndPoint RemoteEndPoint => inner.RemoteEndPoint;

    public EndPoint LocalEndPoint => inner.LocalEndPoint;

    public bool IsSecureConnection => inner.IsSecureConnection;

    public Task ConnectAsync(CancellationToken cancellationToken) => inner.ConnectAsync(cancellationToken);

    public Task DisconnectAsync(CancellationToken cancellationToken) => inner.DisconnectAsync(cancellationToken);

    public async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        var read = await inner.ReadAsync(buffer, offset, count, cancellationToken);
        Follow(buffer.AsSpan(offset, read));
        return read;
    }

    public Task WriteAsync(ReadOnlySequence<byte> buffer, bool isEndOfPacket, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, isEndOfPacket, cancellationToken);

    public void Dispose() => inner.Dispose();

    /// <summary>However the bytes are cut into reads.</summary>
    private void Follow(ReadOnlySpan<byte> read)
    {
        while (!read.IsEmpty)
        {
            if (_left > 0)
            {
                var body = (int)Math.Min(_left, read.Length);
                _left -= body;
                read = read[body..];
                continue;
            }

            if (_inLength)
                FollowLength(read[0]);
            else
                (_inLength, _shift, _length) = (true, 0, 0);

            read = read[1..];
        }
    }

    private void FollowLength(byte next)
    {
        _length |= (long)(next & 0x7F) << _shift;
        _shift += 7;
        if (_length > largest || _shift > 28)
        {
            throw new MqttProtocolViolationException(
                string.Create(CultureInfo.InvariantCulture, $"{RemoteEndPoint} sends a packet of {_length} bytes or more; {largest} is the most"));
        }

        if ((next & 0x80) == 0)
            (_inLength, _left) = (false, _length);
    }
}
