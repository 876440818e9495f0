using System.Net;
using System.Net.Sockets;

namespace Swarm.Hosting;

/// <summary>Asks a server whether it is ready, without the retries and background work of a Redis client.</summary>
internal static class RedisPing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>False when nobody listens, or when the answer to PING is not PONG (a server that still loads its data says so).</summary>
    public static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
            var stream = client.GetStream();
            await stream.WriteAsync("*1\r\n$4\r\nPING\r\n"u8.ToArray(), patience.Token);
            var answer = new byte[5];
            await stream.ReadExactlyAsync(answer, patience.Token);
            return answer.AsSpan().SequenceEqual("+PONG"u8);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
