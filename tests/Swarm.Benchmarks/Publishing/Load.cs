using System.Diagnostics;
using System.Net.Sockets;

namespace Swarm.Benchmarks.Publishing;

/// <summary>Publishes on every line by turns, as fast as the broker takes it or evenly spread over time.</summary>
/// <param name="rate">Messages a second on all lines together; 0 for no limit.</param>
internal sealed class Load(IReadOnlyList<DeviceLine> lines, double rate) : IDisposable
{
    private const int Threads = 2;

    private readonly List<Thread> _threads = [];
    private readonly CancellationTokenSource _stop = new();
    private long _published;

    public long Published => Volatile.Read(ref _published);

    public void Start()
    {
        for (var i = 0; i < Math.Min(Threads, lines.Count); i++)
        {
            var part = lines.Where((_, index) => index % Threads == i).ToList();
            var thread = new Thread(() => Run(part, rate * part.Count / lines.Count)) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }
    }

    /// <summary>The threads are in the background and may be waiting for the broker: they end with the lines.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private void Run(List<DeviceLine> part, double messagesPerSecond)
    {
        var ticksPerTurn = messagesPerSecond > 0 ? Stopwatch.Frequency * DeviceFrames.Count / messagesPerSecond : 0;
        var start = Stopwatch.GetTimestamp();
        try
        {
            for (long turn = 0; !_stop.IsCancellationRequested; turn++)
            {
                while (Stopwatch.GetTimestamp() < start + (turn * ticksPerTurn))
                    Thread.Sleep(1);

                part[(int)(turn % part.Count)].Publish();
                Interlocked.Add(ref _published, DeviceFrames.Count);
            }
        }
        catch (Exception exception) when (_stop.IsCancellationRequested && exception is SocketException or ObjectDisposedException)
        {
            return;
        }
    }
}
