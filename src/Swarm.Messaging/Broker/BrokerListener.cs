using System.Net;
using System.Net.Sockets;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Implementations;
using MQTTnet.Server;

namespace Swarm.Messaging;

/// <summary>
/// Listens on 127.0.0.1 in place of MQTTnet's own listener, which takes the length that a client claims at its word and has memory
/// ready for it before anything of the packet has come.
/// </summary>
/// <param name="port">0 for any free one; then set to it.</param>
internal sealed class BrokerListener(int port) : IMqttServerAdapter
{
    public static readonly IPAddress Address = IPAddress.Loopback;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(100);

    private CancellationTokenSource? _stopping;
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    public int Port { get; private set; } = port;

    /// <summary>Set by the server.</summary>
    public Func<IMqttChannelAdapter, Task> ClientHandler { get; set; } = _ => Task.CompletedTask;

    public Task StartAsync(MqttServerOptions options, IMqttNetLogger logger)
    {
        var listener = new TcpListener(Address, Port) { Server = { NoDelay = true } };
        try
        {
            listener.Start();
        }
        catch
        {
            listener.Dispose();
            throw;
        }

        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _listener = listener;
        _stopping = new CancellationTokenSource();
        _accepting = AcceptAsync(listener, options, logger, _stopping.Token);
        return Task.CompletedTask;
    }

    /// <summary>The server has cut its clients off by then.</summary>
    public Task StopAsync()
    {
        Dispose();
        return _accepting;
    }

    public void Dispose()
    {
        _stopping?.Cancel();
        _listener?.Dispose();
        _stopping?.Dispose();
        (_stopping, _listener) = (null, null);
    }

    private async Task AcceptAsync(TcpListener listener, MqttServerOptions options, IMqttNetLogger logger, CancellationToken stop)
    {
        await Task.Yield();
        var serving = new List<Task>();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptSocketAsync(stop);
                serving.RemoveAll(connection => connection.IsCompleted);
                serving.Add(ServeAsync(socket, options, logger, stop));
            }
            catch (SocketException exception)
            {
                logger.Publish(MqttNetLogLevel.Error, nameof(BrokerListener), "A client could not be accepted", null, exception);
                await Task.Delay(AfterFailure, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(Socket socket, MqttServerOptions options, IMqttNetLogger logger, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            // Whoever has connected and said nothing yet is no client that the server would cut off.
            await using var stopped = stop.Register(socket.Dispose);
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            using var channel = new BoundedChannel(
                new MqttTcpChannel(stream, socket.LocalEndPoint, socket.RemoteEndPoint, clientCertificate: null), ProtocolLimits.MaxPacket);
            var formatter = new MqttPacketFormatterAdapter(new MqttBufferWriter(options.WriterBufferSize, options.WriterBufferSizeMax));
            using var adapter = new MqttChannelAdapter(channel, formatter, logger);
            using var named = new NamingAdapter(adapter);
            await ClientHandler(named);
        }
        catch (Exception exception)
        {
            logger.Publish(MqttNetLogLevel.Warning, nameof(BrokerListener), "A connection ended", null, exception);
        }
    }
}
