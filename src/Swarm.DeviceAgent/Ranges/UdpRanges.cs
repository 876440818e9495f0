using System.Net;
using System.Net.Sockets;
using Swarm.Device;

namespace Swarm.DeviceAgent;

/// <summary>Takes frames from datagrams (<see cref="RangeDatagram"/>), which a sensor's driver sends to a port of this machine.</summary>
internal sealed class UdpRanges : IRangeSource
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ReflexLoop _loop;
    private readonly ITickClock _clock;
    private long _refused;
    private double _speed;
    private int _disposed;

    /// <exception cref="AgentException">The port cannot be listened on.</exception>
    public UdpRanges(int port, ReflexLoop loop, ITickClock clock)
    {
        (_loop, _clock) = (loop, clock);
        try
        {
            _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException exception)
        {
            _socket.Dispose();
            throw new AgentException($"--ranges udp:{port}: {exception.Message}", exception);
        }
    }

    public string Description => $"ranges: datagrams on {_socket.LocalEndPoint}";

    public double Speed => Volatile.Read(ref _speed);

    public long Refused => Interlocked.Read(ref _refused);

    public void Run()
    {
        // One byte more than fits, so that a datagram that is too long does not look like one that fits.
        var datagram = new byte[RangeDatagram.MostBytes + 1];
        while (Volatile.Read(ref _disposed) == 0)
        {
            try
            {
                var length = _socket.Receive(datagram);
                if (!RangeDatagram.TryRead(datagram.AsSpan(0, length), out var input))
                {
                    Interlocked.Increment(ref _refused);
                    continue;
                }

                _loop.Post(new(input, _clock.Now));
                Volatile.Write(ref _speed, double.IsFinite(input.Speed) ? input.Speed : 0);
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.MessageSize)
            {
                Interlocked.Increment(ref _refused);
            }
            catch (Exception exception) when (Volatile.Read(ref _disposed) == 1 && exception is (SocketException or ObjectDisposedException))
            {
                // The end: closing the socket is what wakes this thread.
                return;
            }
        }
    }

    public void Dispose()
    {
        Volatile.Write(ref _disposed, 1);
        _socket.Dispose();
    }
}
