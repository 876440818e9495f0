namespace Swarm.Inference;

/// <summary>What placement has to know of a task's answers. All of it may be called on any thread.</summary>
/// <param name="Loss">How wrong the first answer, the local one, is by the second, the better one: from 0 to 1.</param>
/// <param name="IsPlausible">See <see cref="ReplyCheck{TOutput}"/>.</param>
public sealed record AnswerHandling<TOutput>(Func<TOutput, TOutput, double> Loss, Func<TOutput, bool> IsPlausible)
{
    /// <summary>Is given the answers that came too late to act on.</summary>
    public Action<LateAnswer<TOutput>>? OnLate { get; init; }

    /// <summary>Is given what calls to a tier failed with, for the log.</summary>
    public Action<Tier, Exception>? OnFailure { get; init; }

    /// <summary>Is given the replies that were refused, for the log and the metrics.</summary>
    public Action<Tier, ReplyRefusal>? OnRefusal { get; init; }
}
