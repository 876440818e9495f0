using Microsoft.Extensions.Logging.Abstractions;
using Swarm.Device;
using Swarm.Domain;
using Swarm.Inference;
using Swarm.Messaging;
using Swarm.Vision;

namespace Swarm.SystemTests.Harness;

/// <summary>A device whose own model finds nothing, and which asks its site each time.</summary>
internal sealed class AskingDevice : ITier<Picture, IReadOnlyList<ImageObject>>, IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    private readonly DeviceLink _link;
    private readonly AskBook _asks;
    private readonly TierAbove _above;
    private readonly InferencePlacement<Picture, IReadOnlyList<ImageObject>> _placement;

    public AskingDevice(string broker, string site)
    {
        Assert.True(BrokerAddress.TryParse(broker, out var address));
        _asks = new AskBook(message => _link!.Post(message));
        _above = new TierAbove(_asks);
        _link = new DeviceLink(
            new DeviceLinkOptions
            {
                Broker = address,
                Site = new SiteId(site),
                Device = new DeviceId("asker"),
                Factsheet = new Factsheet(DeviceKind.Camera, Compute.OnBoard, new Size(0.2, 0.2, 0.2), []),
                Receive = message =>
                {
                    if (message is InferenceAnswer answer)
                        _asks.Take(answer);
                    return null;
                },
            },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        _placement = new(
            new PlacementPolicy(
                [new Tier(TierKind.Site, "site", [new TierVariant("", 1, 0, 0, TimeSpan.FromMilliseconds(5))], TimeSpan.FromMilliseconds(5))],
                new ThresholdPairRule(),
                new PlacementOptions { FirstProbeWait = TimeSpan.FromMilliseconds(100), LongestProbeWait = TimeSpan.FromMilliseconds(100) }),
            picture => new(picture.Found!, ObjectSummary.Of(picture.Found!), "own@1", 0),
            [this],
            ObjectSummary.Handling,
            TimeProvider.System);
        _link.Start();
    }

    /// <summary>The best answer by the deadline: there always is one.</summary>
    public async Task<Answer<IReadOnlyList<ImageObject>>> LookAsync() => await _placement.AnswerAsync(
        new InferenceRequest(0, TierAbove.Objects, TimeProvider.System.GetUtcNow(), Deadline, FixedModel.Picture.Length), new Picture(FixedModel.Picture, [], "own@1"));

    /// <summary>Looks again and again until an answer is by this model; all answers until then are in time or the device's own.</summary>
    public Task AnsweredByAsync(string model) => Eventually.GetAsync<string>(
        async _ => (await LookAsync()).ModelVersion, answered => answered == model, Patience.Change, $"an answer is by {model}");

    public Task<TierReply<IReadOnlyList<ImageObject>>> InferAsync(TierCall<Picture> call, CancellationToken cancellationToken) =>
        _above.AskAsync(call, call.Input.Jpeg, cancellationToken);

    public ValueTask DisposeAsync() => _link.DisposeAsync();
}
