using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Swarm.Cli.Tests;

/// <summary><c>swarm models status</c>, <c>rollout</c> and <c>rollback</c> against an HTTP server that answers as a site does.</summary>
public sealed class FleetModelsTests : IAsyncDisposable
{
    private const string Model =
        """
        {"name":"reflex","fleet":"2","before":"shipped","versions":[{"version":"2","sha256":"aa","size":9,"key":"k","addedAt":"2026-05-01T08:30:00Z"}],
        "ahead":{"wagon-1":"3"},"devices":{"wagon-1":{"version":"2","refused":"3","reason":"bad-signature: no"},"wagon-2":{"version":"2","candidate":"4"}}}
        """;

    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly List<string> _asked = [];
    private readonly Task _serving;
    private (int Status, string Body) _answer = (200, Model);

    public FleetModelsTests()
    {
        _server.Start();
        _serving = ServeAsync();
    }

    private string Url => $"http://{_server.LocalEndpoint}";

    public async ValueTask DisposeAsync()
    {
        _server.Stop();
        await _serving;
        _server.Dispose();
    }

    [Fact]
    public async Task Status_Models_SaysWhatRunsAndWhatWasRefused()
    {
        _answer = (200, $"[{Model}]");

        var (code, output, error) = await CommandLine.RunAsync("models", "status", "--url", Url);

        Assert.True(code == ExitCode.Success, error);
        Assert.Equal(["GET /api/models "], _asked);
        foreach (var said in (string[])["reflex", "2: 2", "4: 1", "1 devices ahead"])
            Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollout_OneDevice_IsAskedFor()
    {
        var (code, _, error) = await CommandLine.RunAsync("models", "rollout", "reflex", "2", "--url", Url, "--device", "wagon-1");

        Assert.True(code == ExitCode.Success, error);
        Assert.Equal(["""POST /api/models/reflex/rollout {"version":"2","devices":["wagon-1"]}"""], _asked);
    }

    [Fact]
    public async Task Rollout_Refused_SaysWhy()
    {
        _answer = (404, """{"detail":"unknown-version: no 9"}""");

        var (code, _, error) = await CommandLine.RunAsync("models", "rollout", "reflex", "9", "--url", Url);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("unknown-version: no 9", error, StringComparison.Ordinal);
        Assert.Equal(["""POST /api/models/reflex/rollout {"version":"9"}"""], _asked);
    }

    [Fact]
    public async Task Rollback_NoSite_SaysSo()
    {
        _server.Stop();

        var (code, _, error) = await CommandLine.RunAsync("models", "rollback", "reflex", "--url", "http://127.0.0.1:1");

        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("does not answer", error, StringComparison.Ordinal);
    }

    /// <summary>One request for each connection; its method, path and body are kept.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _server.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var (method, path) = (await reader.ReadLineAsync())!.Split(' ') is [var m, var p, _] ? (m, p) : ("", "");
                var length = 0;
                while (await reader.ReadLineAsync() is { Length: > 0 } header)
                {
                    if (header.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
                        length = int.Parse(header.AsSpan(16), System.Globalization.CultureInfo.InvariantCulture);
                    if (header.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
                        length = -1;
                }

                var body = length >= 0 ? await ReadAsync(reader, length) : await ReadChunksAsync(reader);
                _asked.Add($"{method} {path} {body}");
                var answer = $"HTTP/1.1 {_answer.Status} X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(_answer.Body)}\r\n\r\n{_answer.Body}";
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, int length)
    {
        if (length == 0)
            return "";
        var buffer = new char[length];
        await reader.ReadBlockAsync(buffer);
        return new(buffer);
    }

    private static async Task<string> ReadChunksAsync(StreamReader reader)
    {
        var body = new StringBuilder();
        while (await reader.ReadLineAsync() is { } size && Convert.ToInt32(size, 16) is > 0 and var length)
        {
            body.Append(await ReadAsync(reader, length));
            await reader.ReadLineAsync();
        }

        await reader.ReadLineAsync();
        return body.ToString();
    }
}
