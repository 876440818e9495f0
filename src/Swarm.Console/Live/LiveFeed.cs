using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Swarm.OperatorConsole.Http;
using Swarm.OperatorConsole.Sites;

namespace Swarm.OperatorConsole.Live;

/// <summary>
/// Asks for the live picture of the site, and shows it to all who listen. Asks only while someone does. Nothing is queued: who
/// is slow finds the newest frame when ready for it.
/// </summary>
internal sealed partial class LiveFeed(SiteGrains grains, TimeProvider time, ILogger<LiveFeed> log) : BackgroundService
{
    /// <summary>Cells report at most five times a second; asking more often shows nothing new.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private TaskCompletionSource<LiveFrame> _next = NewSource<LiveFrame>();
    private TaskCompletionSource _wanted = NewSource();
    private LiveFrame? _newest;
    private int _listeners;
    private bool _unavailable;

    /// <summary>How many listen now.</summary>
    public int Listeners
    {
        get
        {
            lock (_gate)
                return _listeners;
        }
    }

    /// <summary>Frames from now on, each newer than the one before, until cancelled.</summary>
    public async IAsyncEnumerable<LiveFrame> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Enter();
        try
        {
            for (long shown = 0; ;)
            {
                var frame = await NewerThan(shown).WaitAsync(cancellation);
                shown = frame.Number;
                yield return frame;
            }
        }
        finally
        {
            Leave();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Wanted().WaitAsync(stoppingToken);
            Publish(await AskAsync(stoppingToken));
            await Task.Delay(Interval, time, stoppingToken);
        }
    }

    private async Task<(string Event, string Json)> AskAsync(CancellationToken cancellation)
    {
        try
        {
            var view = await grains.View.Get().WaitAsync(Patience, time, cancellation);
            var json = JsonSerializer.Serialize(view, ConsoleJson.Default.SiteView);
            _unavailable = false;
            return ("snapshot", json);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            if (!_unavailable)
                LogUnavailable(e, grains.Name);
            _unavailable = true;
            return ("unavailable", JsonSerializer.Serialize(e.Message, ConsoleJson.Default.String));
        }
    }

    private Task<LiveFrame> NewerThan(long shown)
    {
        lock (_gate)
            return _newest is { } newest && newest.Number > shown ? Task.FromResult(newest) : _next.Task;
    }

    private void Publish((string Event, string Json) content)
    {
        TaskCompletionSource<LiveFrame> waiting;
        LiveFrame frame;
        lock (_gate)
        {
            frame = new LiveFrame((_newest?.Number ?? 0) + 1, content.Event, content.Json);
            (_newest, waiting, _next) = (frame, _next, NewSource<LiveFrame>());
        }

        waiting.SetResult(frame);
    }

    private Task Wanted()
    {
        lock (_gate)
            return _wanted.Task;
    }

    private void Enter()
    {
        lock (_gate)
            if (++_listeners == 1)
                _wanted.SetResult();
    }

    private void Leave()
    {
        lock (_gate)
            if (--_listeners == 0)
                _wanted = NewSource();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(EventName = "LiveUnavailable", Level = LogLevel.Warning, Message = "The live picture of site {Site} does not come; asking on")]
    private partial void LogUnavailable(Exception exception, string site);
}
