namespace Swarm.SystemTests.Harness;

/// <summary>A Mosquitto broker on 127.0.0.1, without persistence, that can be killed and started again on its port.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    private readonly string _program = Programs.Require("mosquitto");
    private readonly TempFolder _folder = new();
    private ChildProcess? _process;

    public Mosquitto() => File.WriteAllText(_folder["mosquitto.conf"], $"""
        listener {Port} 127.0.0.1
        allow_anonymous true
        persistence false
        """);

    public int Port { get; } = FreePort.Find();

    public string Url => $"mqtt://127.0.0.1:{Port}";

    public static async Task<Mosquitto> StartedAsync()
    {
        var broker = new Mosquitto();
        await broker.StartAsync();
        return broker;
    }

    public async Task StartAsync()
    {
        _process = new ChildProcess(_program, ["-c", _folder["mosquitto.conf"]], _folder.Path);
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
