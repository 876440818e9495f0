using Microsoft.Extensions.Logging;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Inference;
using Swarm.Vision;

namespace Swarm.Simulation;

/// <summary>
/// A fixed camera with a small model on board, which asks its site for a better answer where it is unsure and there is time. The pictures are real ones out of a
/// folder; all else is as on hardware.
/// </summary>
public sealed partial class PictureCamera : ITier<Picture, IReadOnlyList<ImageObject>>, IAsyncDisposable
{
    private const string Lens = "lens";
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(1);

    /// <summary>What is believed of the site until it has been measured. It answers with whichever model it has.</summary>
    private static readonly Tier SiteTier = new(
        TierKind.Site,
        "site",
        [new TierVariant("", Quality: 0.9, Cost: 0.02, JoulesPerInference: 0, ServiceTime: TimeSpan.FromMilliseconds(60))],
        RoundTrip: TimeSpan.FromMilliseconds(10),
        JoulesPerBit: 50e-9);

    private readonly PictureCameraOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SiteLink _site;
    private readonly AskBook _asks;
    private readonly TierAbove _above;
    private readonly DeviceLink _link;
    private readonly Camera _camera;
    private readonly InferencePlacement<Picture, IReadOnlyList<ImageObject>> _placement;

    /// <param name="finder">The model on board.</param>
    public PictureCamera(PictureCameraOptions options, ObjectFinder finder, TimeProvider time, ILoggerFactory loggers)
    {
        (_options, _time, _logger, _site) = (options, time, loggers.CreateLogger<PictureCamera>(), new SiteLink(time));
        _asks = new AskBook(message => _link!.Post(message));
        _above = new TierAbove(_asks);
        var optics = options.Optics;
        _camera = new Camera(new CameraLens(optics.FocalLength, optics.Width / 2.0, optics.Height / 2.0), new CameraMount(options.Pose.Z, optics.Pitch));
        _link = new DeviceLink(
            new DeviceLinkOptions
            {
                Broker = options.Broker,
                Site = options.Site,
                Device = options.Device,
                Factsheet = new Factsheet(
                    DeviceKind.Camera,
                    Compute.OnBoard,
                    new Size(0.2, 0.2, 0.2),
                    [new Sensor(Lens, new Pose(0, 0, 0, options.Pose.Z), new FieldOfView(2 * Math.Atan(optics.Width / 2.0 / optics.FocalLength), 60), optics)],
                    "Swarm",
                    "pictures of a folder"),
                Receive = Take,
            },
            time,
            loggers);
        _placement = new(
            new PlacementPolicy([SiteTier], new ThresholdPairRule()),
            picture => new(picture.Found!, ObjectSummary.Of(picture.Found!), finder.Model, 0),
            [this],
            ObjectSummary.Handling,
            time);
        Finder = finder;
    }

    private ObjectFinder Finder { get; }

    /// <summary>Plays until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _link.Start();
        var looking = Task.CompletedTask;
        var heard = SignOfLife;
        using var timer = new PeriodicTimer(_options.Period, _time);
        for (var i = 0; await NextAsync(timer, cancellationToken); i++)
        {
            heard += _options.Period;
            if (heard >= SignOfLife)
            {
                heard = TimeSpan.Zero;
                _link.Post(new DeviceState(
                    _time.GetUtcNow(), _options.Pose, PoseCovariance.Diagonal(0.02, 0.005), default, DeviceMode.Automatic, DesiredVersion: _site.Guidance.DesiredVersion));
            }

            // One picture at a time: a slow processor shows fewer, and none late.
            if (looking.IsCompleted)
            {
                await looking;
                looking = LookAsync(_options.Files[i % _options.Files.Count], i, cancellationToken);
            }
        }

        await looking;
    }

    public Task<TierReply<IReadOnlyList<ImageObject>>> InferAsync(TierCall<Picture> call, CancellationToken cancellationToken) =>
        _above.AskAsync(call, call.Input.Jpeg, cancellationToken);

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LookAsync(string file, int number, CancellationToken cancellationToken)
    {
        try
        {
            var (taken, began) = (_time.GetUtcNow(), _time.GetTimestamp());
            var jpeg = await File.ReadAllBytesAsync(file, cancellationToken);
            var finding = await Task.Run(() => Finder.Find(jpeg), cancellationToken);
            if (finding.Refusal != FrameRefusal.None)
            {
                LogRefused(file, finding.Refusal);
                return;
            }

            var request = new InferenceRequest(number, TierAbove.Objects, taken, _options.Deadline - _time.GetElapsedTime(began), jpeg.Length, ConfidenceNeeded: 1);
            var best = await _placement.AnswerAsync(request, new Picture(jpeg, finding.Objects, Finder.Model), cancellationToken);
            Report(taken, number, best, _time.GetElapsedTime(began));
        }
        catch (Exception exception) when (exception is IOException or ModelException or OperationCanceledException)
        {
            if (!cancellationToken.IsCancellationRequested)
                LogNotSeen(file, exception.Message);
        }
    }

    private void Report(DateTimeOffset taken, int number, in Answer<IReadOnlyList<ImageObject>> answer, TimeSpan latency)
    {
        var sight = _camera.See(answer.Output, _options.Optics.Width, _options.Optics.Height);
        var reason = answer.Tier == TierKind.Device && answer.Outcome != Inference.AnswerOutcome.Local ? $"{answer.Outcome}" : $"{answer.Decision.Reason}";
        _link.Post(new DetectionFrame(
            taken,
            Lens,
            _options.Pose with { Z = 0 },
            PoseCovariance.Diagonal(0.02, 0.005),
            sight.Objects,
            Sequence: number,
            Bearings: sight.Bearings,
            Inference: new InferenceReport(answer.Tier, answer.ModelVersion, latency.TotalSeconds, reason)));
    }

    private CommandAck? Take(DownlinkMessage message)
    {
        if (message is not InferenceAnswer answer)
            return _site.Receive(message);
        _asks.Take(answer);
        return null;
    }

    [LoggerMessage(EventName = "PictureRefused", Level = LogLevel.Warning, Message = "{File} is no picture that can be looked at: {Refusal}")]
    private partial void LogRefused(string file, FrameRefusal refusal);

    [LoggerMessage(EventName = "PictureNotSeen", Level = LogLevel.Warning, Message = "{File} was not looked at: {Cause}")]
    private partial void LogNotSeen(string file, string cause);
}
