using Microsoft.Extensions.Logging;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Health;

/// <summary>Asks every part of this process, all at once, whether it serves.</summary>
internal sealed partial class ReadinessDesk(IEnumerable<IReadiness> parts, TimeProvider time, ILogger<ReadinessDesk> log)
{
    /// <summary>How long a part may take; probes commonly give up after a few seconds themselves.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<PartReadiness>> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var found = await Task.WhenAll(parts.Select(part => CheckAsync(part, both.Token, cancellationToken)));
        foreach (var part in found.Where(part => !part.Ready))
            LogNotReady(part.Part, part.Detail);

        return [.. found.OrderBy(part => part.Part, StringComparer.Ordinal)];
    }

    /// <summary>A part that fails or takes too long is not ready: that is an answer, too.</summary>
    private static async Task<PartReadiness> CheckAsync(IReadiness part, CancellationToken limit, CancellationToken caller)
    {
        try
        {
            return await part.CheckAsync(limit).WaitAsync(limit);
        }
        catch (Exception exception) when (!caller.IsCancellationRequested)
        {
            var name = part.GetType().Name.Replace("Readiness", "", StringComparison.Ordinal);
            var why = exception is OperationCanceledException ? $"no answer within {Patience.TotalSeconds} s" : exception.Message;
            return new PartReadiness(string.Concat(char.ToLowerInvariant(name[0]), name[1..]), false, why);
        }
    }

    [LoggerMessage(EventName = "NotReady", Level = LogLevel.Warning, Message = "Not ready: {Part}: {Detail}")]
    private partial void LogNotReady(string part, string detail);
}
