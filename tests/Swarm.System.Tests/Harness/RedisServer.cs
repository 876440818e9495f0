using System.Globalization;

namespace Swarm.SystemTests.Harness;

/// <summary>A Redis server on 127.0.0.1 with its append-only file on, that can be killed and started again with its data.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly string _program = Programs.Require("redis-server");
    private readonly TempFolder _folder = new();
    private ChildProcess? _process;

    public int Port { get; } = FreePort.Find();

    public string Url => $"redis://127.0.0.1:{Port}";

    public static async Task<RedisServer> StartedAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        _process = new ChildProcess(
            _program,
            [
                "--bind", "127.0.0.1", "--port", Port.ToString(CultureInfo.InvariantCulture), "--dir", _folder.Path,
                "--save", "", "--appendonly", "yes", "--appendfsync", "always",
            ],
            _folder.Path);
        await FreePort.IsTakenAsync(Port, _process);
    }

    public async Task KillAsync()
    {
        await _process!.KillAsync();
        await _process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _folder.Dispose();
    }
}
