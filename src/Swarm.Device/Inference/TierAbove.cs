using System.Globalization;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Device;

/// <summary>The tier above, asked over the device protocol: a device's site, a site's centre.</summary>
/// <param name="asks">Where answers come in.</param>
public sealed class TierAbove(AskBook asks)
{
    /// <summary>Of an ask, whose answer then begins with the picture's objects.</summary>
    public const string Objects = "objects";

    /// <summary>Tells this run's asks from those before a restart.</summary>
    private readonly string _run = Guid.CreateVersion7().ToString("N")[^12..];

    /// <param name="call">Of the placement.</param>
    /// <param name="jpeg">What is asked about.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more; the tier has been told.</exception>
    public async Task<TierReply<IReadOnlyList<ImageObject>>> AskAsync<TInput>(
        TierCall<TInput> call, ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{_run}-{call.CallId}");
        var answer = await asks.AskAsync(new InferenceAsk(id, Objects, call.Remaining.TotalSeconds, jpeg, Model: call.ModelVersion.Length > 0 ? call.ModelVersion : null), cancellationToken);
        return new TierReply<IReadOnlyList<ImageObject>>(
            call.CallId,
            VerdictOf(answer.Outcome),
            answer.Model ?? "",
            answer.Time,
            TimeSpan.FromSeconds(answer.Waited),
            TimeSpan.FromSeconds(answer.Took),
            answer.Objects.Count == 0 ? 0 : answer.Objects.Max(found => found.Score),
            answer.Objects);
    }

    private static TierVerdict VerdictOf(AskOutcome outcome) => outcome switch
    {
        AskOutcome.Answered => TierVerdict.Answered,
        AskOutcome.Late => TierVerdict.TooLate,
        AskOutcome.Busy => TierVerdict.Overloaded,
        _ => TierVerdict.UnknownModel,
    };
}
