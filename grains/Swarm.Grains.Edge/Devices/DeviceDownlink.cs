using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Perception;

namespace Swarm.Grains.Edge;

/// <summary>Sends to one device, and knows what was sent when, so that nothing unanswered is forgotten and nothing is sent too often.</summary>
internal sealed partial class DeviceDownlink(DeviceId device, IDownlink downlink, TimeProvider time, EdgeMetrics metrics, ILogger logger)
{
    /// <summary>A command that is not answered is sent again after this long.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>A desired state that the device does not report is sent again after this long, then after twice as long, and so on.</summary>
    public static readonly TimeSpan DesiredAfter = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestDesiredAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TracksEvery = TimeSpan.FromMilliseconds(90);

    /// <summary>Between two ticks of the cell that names the tracks.</summary>
    private static readonly TimeSpan TracksTick = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    private readonly Dictionary<long, DateTimeOffset> _sent = [];
    private readonly TrackSharing _sharing = new(TracksTick);
    private DateTimeOffset _tracksSent;
    private DateTimeOffset _desiredSent;
    private TimeSpan _desiredAfter = DesiredAfter;

    /// <summary>Tells a device that has just connected all that holds for it.</summary>
    public async Task GreetAsync(DeviceRecord record)
    {
        _sent.Clear();
        _sharing.Reset();
        if (record.Desired.Version > 0)
        {
            await SendDesiredAsync(record.Desired);
        }

        await SendDueAsync(record.Commands);
    }

    public async Task SendDesiredAsync(DesiredState desired)
    {
        _desiredSent = time.GetUtcNow();
        _desiredAfter = DesiredAfter;
        await SendAsync(desired);
    }

    /// <summary>Takes back what is retained for the device, so that one of the same name does not begin with it.</summary>
    public async Task ClearDesiredAsync()
    {
        if (!await TryAsync(downlink.ClearDesiredAsync(device, CancellationToken.None), nameof(DesiredState)))
        {
            LogNotCleared(device);
        }
    }

    /// <summary>Sends the desired state again where the device has not reported it for long enough.</summary>
    public async Task ReconcileAsync(DeviceRecord record)
    {
        var now = time.GetUtcNow();
        if (IsReconciled(record))
        {
            _desiredSent = now;
            _desiredAfter = DesiredAfter;
        }
        else if (now - _desiredSent >= _desiredAfter)
        {
            _desiredSent = now;
            _desiredAfter = _desiredAfter * 2 < LongestDesiredAfter ? _desiredAfter * 2 : LongestDesiredAfter;
            await SendAsync(record.Desired);
        }
    }

    public static bool IsReconciled(DeviceRecord record) =>
        record.Desired.Version == 0 || record.State?.DesiredVersion == record.Desired.Version;

    /// <summary>Sends the commands that are to be answered, in the order of their epochs, those left out that were sent a moment ago.</summary>
    public async Task SendDueAsync(CommandBook book)
    {
        var now = time.GetUtcNow();
        var due = book.Due(now);
        foreach (var gone in _sent.Keys.Except(due.Select(command => command.Epoch)).ToList())
        {
            _sent.Remove(gone);
        }

        foreach (var command in due.Where(command => !_sent.TryGetValue(command.Epoch, out var sent) || now - sent >= RetryAfter))
        {
            if (await SendAsync(command))
            {
                _sent[command.Epoch] = now;
            }
        }
    }

    public Task SendAnswerAsync(InferenceAnswer answer) => SendAsync(answer);

    /// <summary>Sends a verdict of the reflex, once: the next is as good as this one.</summary>
    public Task SendDriveAsync(DeviceCommand drive) => SendAsync(drive);

    public async Task SendHazardsAsync(HazardList hazards)
    {
        if (await SendAsync(hazards))
        {
            metrics.Hazards(hazards);
        }
    }

    /// <summary>Sends those of the tracks that are due; the device keeps the others that it was sent.</summary>
    /// <param name="tracks">All that the device is to know of.</param>
    public async Task SendTracksAsync(TrackList tracks)
    {
        var now = time.GetUtcNow();
        if (now - _tracksSent < TracksEvery)
        {
            return;
        }

        var due = _sharing.Due(tracks.Tracks, tracks.Time);
        var gone = _sharing.Gone(tracks.Tracks);
        if (due.Count == 0 && gone.Count == 0)
        {
            return;
        }

        _tracksSent = now;
        if (await SendAsync(new TrackList(tracks.Time, due, gone)))
        {
            _sharing.Note(due, gone, tracks.Time);
            metrics.Tracks(due.Count, tracks.Tracks.Count - due.Count);
        }
    }

    // What goes with QoS 0 is written at once as a rule: many devices, ten times a second, need no timer each.
    private Task<bool> SendAsync(DownlinkMessage message) =>
        TryAsync(downlink.SendAsync(device, message, CancellationToken.None), message.GetType().Name);

    private async Task<bool> TryAsync(ValueTask<bool> sending, string message)
    {
        try
        {
            return sending.IsCompletedSuccessfully ? sending.Result : await sending.AsTask().WaitAsync(Timeout, time);
        }
        catch (Exception exception)
        {
            metrics.FailedCall("downlink");
            LogNotSent(exception, message, device);
            return false;
        }
    }

    [LoggerMessage(EventId = 1, EventName = "NotSent", Level = LogLevel.Warning, Message = "{Message} could not be sent to {Device}.")]
    private partial void LogNotSent(Exception exception, string message, DeviceId device);

    [LoggerMessage(EventId = 2, EventName = "NotCleared", Level = LogLevel.Warning,
        Message = "The desired state of {Device} is still retained at the broker, which could not be reached; publish an empty message there to clear it.")]
    private partial void LogNotCleared(DeviceId device);
}
