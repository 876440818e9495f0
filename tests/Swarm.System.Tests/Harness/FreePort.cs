using System.Net;
using System.Net.Sockets;

namespace Swarm.SystemTests.Harness;

internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until somebody listens there.</summary>
    public static Task IsTakenAsync(int port, ChildProcess by) => Eventually.GetAsync(
        async cancellation =>
        {
            Assert.False(by.HasExited, $"{by.Name} ended: {by.Printed}");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
                return "taken";
            }
            catch (SocketException)
            {
                return null;
            }
        },
        _ => true, Patience.Start, $"{by.Name} listens on {port}");
}
