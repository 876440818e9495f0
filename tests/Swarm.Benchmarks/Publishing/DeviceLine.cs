using System.Net.Sockets;
using Swarm.Messaging;

namespace Swarm.Benchmarks.Publishing;

/// <summary>One connection to a broker, which one device or several publish on; what comes down is read and thrown away.</summary>
internal sealed class DeviceLine : IDisposable
{
    /// <summary>Small, so that what a slow broker does not take stays unsent rather than in the kernel.</summary>
    private const int SendBuffer = 16 * 1024;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendBufferSize = SendBuffer };
    private readonly DeviceFrames[] _devices;
    private int _turn;

    private DeviceLine(DeviceFrames[] devices) => _devices = devices;

    /// <summary>Connects, subscribes to the downlinks of the devices and announces them.</summary>
    public static async Task<DeviceLine> OpenAsync(BrokerAddress broker, IReadOnlyList<int> devices, CancellationToken cancellationToken)
    {
        var site = BenchFleet.Site.Site;
        var line = new DeviceLine([.. devices.Select(device => new DeviceFrames(device))]);
        await line._socket.ConnectAsync(broker.Host, broker.Port, cancellationToken);
        await line._socket.SendAsync(MqttFrame.Connect($"bench-{devices[0]}"), cancellationToken);
        ushort id = 1;
        foreach (var device in devices)
        {
            var name = BenchFleet.Id(device);
            await line._socket.SendAsync(
                MqttFrame.Subscribe(id++, Channels.Downlink.Select(info => Topic.Of(site, name, info.Channel))), cancellationToken);
            foreach (var publication in (Publication[])
                [Publication.Of(site, name, BenchFleet.Birth(device)), Publication.Of(site, name, BenchFleet.Factsheet)])
                await line._socket.SendAsync(MqttFrame.PublishRetained(publication.Topic, id++, publication.Payload.Span), cancellationToken);
        }

        return line;
    }

    /// <summary>Publishes the messages of the next device, and waits while the broker takes nothing.</summary>
    public void Publish()
    {
        _turn = (_turn + 1) % _devices.Length;
        for (var rest = _devices[_turn].At(DateTime.UtcNow); rest.Length > 0;)
            rest = rest[_socket.Send(rest)..];
    }

    /// <summary>Reads until the connection ends.</summary>
    public async Task DrainAsync()
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    public void Dispose() => _socket.Dispose();
}
