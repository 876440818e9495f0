using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Inference;
using Swarm.Vision;

namespace Swarm.Grains.Edge;

/// <summary>
/// Finds objects in pictures for whoever asks: with the place's own model first, and where that is unsure and pictures may leave the place, with the
/// model of the tier above, as long as there is time. One on each silo, for all its grains.
/// </summary>
public sealed partial class PlaceInference : IDisposable
{
    /// <summary>The one task that there is.</summary>
    public const string Objects = "objects";

    /// <summary>Of an ask's budget, kept for the way back.</summary>
    private const double WayBack = 0.1;

    private readonly InferenceOptions _options;
    private readonly TimeProvider _time;
    private readonly EdgeMetrics _metrics;
    private readonly ILogger _logger;
    private readonly TierServer<ReadOnlyMemory<byte>, Finding>? _server;
    private readonly InferencePlacement<Picture, IReadOnlyList<ImageObject>>? _placement;
    private long _calls;

    public PlaceInference(InferenceOptions options, TimeProvider time, EdgeMetrics metrics, ILogger<PlaceInference> logger)
    {
        (_options, _time, _metrics, _logger) = (options, time, metrics, logger);
        if (options.Find is { } find)
        {
            _server = new(
                options.Workers,
                new DeadlineAdmission(options.Workers, options.MaxWaiting, options.ExpectedService),
                options.Model,
                (jpeg, stop) => Task.Run(() => (find(jpeg), 1.0), stop),
                time);
        }

        if (options is { Above: { } above, WayAbove: { } way })
        {
            _placement = new(
                new PlacementPolicy([above], new ThresholdPairRule()),
                picture => new(picture.Found!, ObjectSummary.Of(picture.Found!), picture.Model, 0),
                [way],
                ObjectSummary.Handling with { OnFailure = (tier, exception) => LogAboveFailed(exception, tier.Name) },
                time);
        }
    }

    /// <summary>Answers by the budget of the ask, if only that there is no answer.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task<InferenceAnswer> AnswerAsync(InferenceAsk ask, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var answer = await LookAsync(ask, began, cancellationToken);
        _metrics.Answered(answer, _time.GetElapsedTime(began));
        return answer;
    }

    public void Dispose() => _server?.Dispose();

    private async Task<InferenceAnswer> LookAsync(InferenceAsk ask, long began, CancellationToken cancellationToken)
    {
        if (ask.Task != Objects)
            return No(ask, AskOutcome.Refused, $"there is no task {ask.Task}, only {Objects}");
        if (_server is not { } server)
            return No(ask, AskOutcome.Unavailable, "no model is loaded here");
        if (ask.Model is { } wanted && wanted != _options.Model)
            return No(ask, AskOutcome.Unavailable, $"{wanted} is not loaded here, {_options.Model} is");

        var budget = TimeSpan.FromSeconds(ask.Budget);
        TierReply<Finding> reply;
        try
        {
            var call = new TierCall<ReadOnlyMemory<byte>>(
                Interlocked.Increment(ref _calls), ask.Task, _options.Model, _time.GetUtcNow(), budget, ask.Image.Length, ask.Image);
            reply = await server.InferAsync(call, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogModelFailed(exception, _options.Model);
            return No(ask, AskOutcome.Unavailable, $"{_options.Model} failed");
        }

        if (reply.Output is not { } finding)
            return No(ask, reply.Verdict == TierVerdict.Overloaded ? AskOutcome.Busy : AskOutcome.Late, $"{reply.Verdict}");
        if (finding.Refusal != FrameRefusal.None)
            return No(ask, AskOutcome.Refused, $"the picture is refused: {finding.Refusal}");

        var own = new InferenceAnswer(
            ask.Id, AskOutcome.Answered, _options.Tier, _time.GetUtcNow(), finding.Objects, _options.Model, reply.Queue.TotalSeconds, reply.Service.TotalSeconds);
        return _placement is null ? own : await ImproveAsync(_placement, ask, own, (budget * (1 - WayBack)) - _time.GetElapsedTime(began), cancellationToken);
    }

    private async Task<InferenceAnswer> ImproveAsync(
        InferencePlacement<Picture, IReadOnlyList<ImageObject>> placement, InferenceAsk ask, InferenceAnswer own, TimeSpan left, CancellationToken cancellationToken)
    {
        var request = new InferenceRequest(0, ask.Task, _time.GetUtcNow(), left, ask.Image.Length, ConfidenceNeeded: 1);
        var best = await placement.AnswerAsync(request, new Picture(ask.Image, own.Objects, _options.Model), cancellationToken);
        return best.Tier == TierKind.Device
            ? own with { Detail = $"{best.Decision.Reason}" }
            : own with { Tier = best.Tier, Time = _time.GetUtcNow(), Objects = best.Output, Model = best.ModelVersion, Detail = $"{best.Decision.Reason}" };
    }

    private InferenceAnswer No(InferenceAsk ask, AskOutcome outcome, string detail) => new(ask.Id, outcome, _options.Tier, _time.GetUtcNow(), [], Detail: detail);

    [LoggerMessage(EventId = 20, EventName = "ModelFailed", Level = LogLevel.Error, Message = "{Model} failed on a picture.")]
    private partial void LogModelFailed(Exception exception, string model);

    [LoggerMessage(EventId = 21, EventName = "TierAboveFailed", Level = LogLevel.Debug, Message = "The tier above, {Tier}, gave no answer.")]
    private partial void LogAboveFailed(Exception exception, string tier);
}
