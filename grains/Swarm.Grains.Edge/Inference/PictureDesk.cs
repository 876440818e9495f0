using Microsoft.Extensions.Logging;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>
/// Takes one device's asks and pictures to the models of the silo, beside whatever else its twin does. Nothing waits for it: an ask is answered when it is,
/// and of a camera's pictures the newest is next.
/// </summary>
/// <param name="answer">Sends an answer to the device.</param>
/// <param name="see">Takes what was seen in a picture.</param>
internal sealed partial class PictureDesk(
    IInferenceGrain inference,
    Func<InferenceAnswer, Task> answer,
    Func<CameraFrame, InferenceAnswer, TimeSpan, Task> see,
    TimeProvider time,
    EdgeMetrics metrics,
    ILogger logger)
{
    /// <summary>More asks of one device at once are one too many.</summary>
    private const int MostAsks = 4;

    /// <summary>After so long what was in a picture is not where it was.</summary>
    private static readonly TimeSpan PictureBudget = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, CancellationTokenSource> _asks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _answering = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CameraFrame> _next = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _cameras = new(StringComparer.Ordinal);
    private bool _stopped;

    public void Take(InferenceAsk ask)
    {
        if (_asks.TryGetValue(ask.Id, out var running))
        {
            if (ask.Cancel)
            {
                running.Cancel();
            }

            return;
        }

        if (ask.Cancel)
        {
            return;
        }

        _asks[ask.Id] = new CancellationTokenSource();
        var answering = AnswerAsync(ask, _asks.Count > MostAsks, _asks[ask.Id]);
        if (!answering.IsCompleted)
        {
            _answering[ask.Id] = answering;
        }
    }

    public void Take(CameraFrame frame)
    {
        if (_cameras.TryGetValue(frame.Sensor, out var looking) && !looking.IsCompleted)
        {
            if (_next.ContainsKey(frame.Sensor))
            {
                metrics.Picture(seen: false);
            }

            _next[frame.Sensor] = frame;
            return;
        }

        _cameras[frame.Sensor] = LookAsync(frame);
    }

    /// <summary>Nobody waits any more.</summary>
    public void Stop()
    {
        _stopped = true;
        foreach (var ask in _asks.Values)
        {
            ask.Cancel();
        }
    }

    private async Task AnswerAsync(InferenceAsk ask, bool isOneTooMany, CancellationTokenSource stop)
    {
        try
        {
            await answer(isOneTooMany
                ? new InferenceAnswer(ask.Id, AskOutcome.Busy, TierKind.Site, time.GetUtcNow(), [], Detail: $"{MostAsks} asks of this device are under way")
                : await inference.Answer(ask, stop.Token));
        }
        catch (Exception exception)
        {
            if (!stop.IsCancellationRequested)
            {
                metrics.FailedCall("inference");
                LogNotAnswered(exception, ask.Id);
            }
        }
        finally
        {
            _asks.Remove(ask.Id);
            _answering.Remove(ask.Id);
            stop.Dispose();
        }
    }

    private async Task LookAsync(CameraFrame frame)
    {
        for (CameraFrame? now = frame; now is not null && !_stopped; now = _next.Remove(frame.Sensor, out var next) ? next : null)
        {
            try
            {
                var began = time.GetTimestamp();
                var ask = new InferenceAsk(now.Sensor, PlaceInference.Objects, PictureBudget.TotalSeconds, now.Image);
                var found = await inference.Answer(ask, CancellationToken.None);
                metrics.Picture(found.Outcome == AskOutcome.Answered);
                await see(now, found, time.GetElapsedTime(began));
            }
            catch (Exception exception)
            {
                metrics.FailedCall("inference");
                LogNotSeen(exception, now.Sensor);
            }
        }
    }

    [LoggerMessage(EventId = 22, EventName = "AskNotAnswered", Level = LogLevel.Warning, Message = "The ask {Id} was not answered.")]
    private partial void LogNotAnswered(Exception exception, string id);

    [LoggerMessage(EventId = 23, EventName = "PictureNotSeen", Level = LogLevel.Warning, Message = "A picture of the camera {Sensor} was not looked at.")]
    private partial void LogNotSeen(Exception exception, string sensor);
}
