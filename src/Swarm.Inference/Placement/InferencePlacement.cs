using Swarm.Domain;

namespace Swarm.Inference;

/// <summary>
/// Answers requests of one task: the local model first and always, then, where <see cref="PlacementPolicy"/> finds it worth it, a better answer from another
/// tier if it is here by the deadline. Whatever the tiers do, there is an answer by the deadline, and none that came late is acted on. Thread-safe
/// as far as the local model is.
/// </summary>
public sealed class InferencePlacement<TInput, TOutput>
{
    private readonly Func<TInput, LocalResult<TOutput>> _local;
    private readonly long _origin;
    private long _calls;

    /// <param name="local">The model on board. Runs on the asking thread; its errors go to the asker.</param>
    /// <param name="tiers">The ways to <see cref="PlacementPolicy.Tiers"/>, in the same order.</param>
    /// <param name="calls">
    /// What calls to tiers are made on; without it the thread pool, so that a call that blocks does not keep the asker waiting.
    /// </param>
    public InferencePlacement(
        PlacementPolicy policy,
        Func<TInput, LocalResult<TOutput>> local,
        IReadOnlyList<ITier<TInput, TOutput>> tiers,
        AnswerHandling<TOutput> handling,
        TimeProvider time,
        TaskScheduler? calls = null)
    {
        if (tiers.Count != policy.Tiers.Count)
            throw new ArgumentException($"{tiers.Count} ways to {policy.Tiers.Count} tiers: one for each expected", nameof(tiers));
        Policy = policy;
        _local = local;
        Tiers = tiers;
        Handling = handling;
        Time = time;
        Calls = calls ?? TaskScheduler.Default;
        Checks = [.. tiers.Select(_ => new ReplyCheck<TOutput>(policy.Options.ClockTolerance, handling.IsPlausible))];
        _origin = time.GetTimestamp();
    }

    /// <summary>Guarded by <see cref="Gate"/>.</summary>
    internal PlacementPolicy Policy { get; }

    internal IReadOnlyList<ITier<TInput, TOutput>> Tiers { get; }

    /// <summary>For each tier; guarded by <see cref="Gate"/>.</summary>
    internal ReplyCheck<TOutput>[] Checks { get; }

    internal AnswerHandling<TOutput> Handling { get; }

    internal TimeProvider Time { get; }

    internal TaskScheduler Calls { get; }

    internal Lock Gate { get; } = new();

    internal TimeSpan Now => Time.GetElapsedTime(_origin);

    /// <summary>Answers at once with the local model, and starts whatever can make the answer better.</summary>
    /// <param name="cancellationToken">Ends the waiting for a better answer; the local one stands.</param>
    public PendingAnswer<TOutput> Begin(in InferenceRequest request, TInput input, CancellationToken cancellationToken = default)
    {
        var asked = Time.GetTimestamp();
        var local = _local(input);
        var spent = Time.GetElapsedTime(asked);
        PlacementDecision decision;
        lock (Gate)
        {
            decision = Policy.Decide(request, local.Summary, spent, Now);
            if (!decision.IsEscalated)
                Policy.Settle(local.Summary, decision, loss: null);
        }

        var answer = new Answer<TOutput>(
            local.Output, TierKind.Device, local.ModelVersion, spent, local.Joules, AnswerOutcome.Local, decision, ReplyRefusal.None);
        if (!decision.IsEscalated)
            return new PendingAnswer<TOutput>(answer, new ValueTask<Answer<TOutput>>(answer));
        var escalation = new Escalation<TInput, TOutput>(this, request, input, local.Summary, answer, asked);
        escalation.Start(cancellationToken);
        return new PendingAnswer<TOutput>(answer, new ValueTask<Answer<TOutput>>(escalation.Final));
    }

    /// <summary>The best answer there is by the deadline: <see cref="PendingAnswer{TOutput}.Final"/> of <see cref="Begin"/>.</summary>
    public ValueTask<Answer<TOutput>> AnswerAsync(in InferenceRequest request, TInput input, CancellationToken cancellationToken = default) =>
        Begin(request, input, cancellationToken).Final;

    /// <summary>Sets the battery's charge, from 0 to 1.</summary>
    public void SetCharge(double charge)
    {
        lock (Gate)
            Policy.Charge = charge;
    }

    internal long NextCallId() => Interlocked.Increment(ref _calls);
}
