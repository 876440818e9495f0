namespace Swarm.Inference;

/// <summary>
/// One escalated request, from the first call until nothing more is expected: a machine that is moved by replies, failures and timers, under the gate of its placement.
/// What others wrote (tiers, handlers, cancellation) is called outside of it.
/// </summary>
internal sealed class Escalation<TInput, TOutput>(
    InferencePlacement<TInput, TOutput> placement,
    InferenceRequest request,
    TInput input,
    LocalSummary summary,
    Answer<TOutput> local,
    long asked)
{
    private readonly TaskCompletionSource<Answer<TOutput>> _final = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Attempt> _attempts = new(2);
    private ITimer? _deadline;
    private ITimer? _hedge;
    private CancellationTokenRegistration _registration;
    private double _joules = local.Joules;
    private ReplyRefusal _refusal;
    private bool _hedged;
    private bool _isFinal;
    private bool _isSettled;
    private bool _isWaitingForLate;

    public Task<Answer<TOutput>> Final => _final.Task;

    private TimeSpan Elapsed => placement.Time.GetElapsedTime(asked);

    public void Start(CancellationToken cancellationToken)
    {
        var decision = local.Decision;
        Attempt first;
        lock (placement.Gate)
        {
            first = Add(decision.Tier, decision.Variant);
            var left = request.Deadline - Elapsed;
            _deadline = placement.Time.CreateTimer(
                static state => ((Escalation<TInput, TOutput>)state!).OnDeadline(), this, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            if (decision.HedgeTier >= 0)
            {
                _hedge = placement.Time.CreateTimer(
                    static state => ((Escalation<TInput, TOutput>)state!).OnHedge(), this, decision.HedgeAfter, Timeout.InfiniteTimeSpan);
            }
        }

        var registration = cancellationToken.UnsafeRegister(static state => ((Escalation<TInput, TOutput>)state!).OnCancelled(), this);
        Next next;
        lock (placement.Gate)
        {
            _registration = registration;
            next = _isFinal ? GiveUp(cutShort: true) : new Next(first, null);
        }

        Go(next);
    }

    private Attempt Add(int tier, int variant)
    {
        var attempt = new Attempt(tier, variant, placement.NextCallId(), placement.Time.GetTimestamp(), placement.Time.GetUtcNow());
        _attempts.Add(attempt);
        placement.Policy.Sent(tier);
        _joules += placement.Policy.Tiers[tier].DeviceJoules(variant, request.PayloadBytes);
        return attempt;
    }

    private void Send(Attempt attempt) => attempt.Following = Task.Factory.StartNew(
        () => FollowAsync(attempt), CancellationToken.None, TaskCreationOptions.DenyChildAttach, placement.Calls).Unwrap();

    private async Task FollowAsync(Attempt attempt)
    {
        var tier = placement.Policy.Tiers[attempt.Tier];
        TierReply<TOutput>? reply;
        try
        {
            var call = new TierCall<TInput>(
                attempt.CallId,
                request.Task,
                tier.Variants[attempt.Variant].ModelVersion,
                request.TakenAt,
                request.Deadline - Elapsed,
                request.PayloadBytes,
                input);
            reply = await placement.Tiers[attempt.Tier].InferAsync(call, attempt.Cancel.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            OnFailed(attempt, exception);
            return;
        }

        OnReply(attempt, reply);
    }

    private void OnReply(Attempt attempt, TierReply<TOutput>? reply)
    {
        var took = placement.Time.GetElapsedTime(attempt.Sent);
        var elapsed = Elapsed;
        var isLate = false;
        Next next;
        double loss;
        Exception? failure;
        ReplyRefusal refusal;
        lock (placement.Gate)
        {
            if (attempt.IsOver)
                return;
            End(attempt);
            refusal = Examine(attempt, reply, took, out loss, out failure);
            placement.Checks[attempt.Tier].Over(attempt.CallId);
            if (refusal != ReplyRefusal.None || reply!.Verdict != TierVerdict.Answered)
            {
                _refusal = refusal == ReplyRefusal.None ? _refusal : refusal;
                placement.Policy.NotAnswered(attempt.Tier, attempt.Variant, placement.Now);
                next = AfterFailure(refusal == ReplyRefusal.None ? AnswerOutcome.TierDeclined : AnswerOutcome.ReplyRefused);
            }
            else
            {
                isLate = _isFinal || elapsed >= request.Deadline;
                placement.Policy.Answered(attempt.Tier, attempt.Variant, new TierTimes(took, reply.Queue, reply.Service), inTime: !isLate);
                Settle(loss);
                if (isLate)
                {
                    Finish(local with { Outcome = AnswerOutcome.DeadlinePassed });
                    next = AfterLate();
                }
                else
                {
                    Finish(new Answer<TOutput>(
                        reply.Output!,
                        placement.Policy.Tiers[attempt.Tier].Kind,
                        reply.ModelVersion,
                        elapsed,
                        _joules,
                        ReferenceEquals(attempt, _attempts[0]) ? AnswerOutcome.Escalated : AnswerOutcome.Hedged,
                        local.Decision,
                        _refusal));
                    next = GiveUp(cutShort: true);
                }
            }
        }

        if (failure is not null)
            placement.Handling.OnFailure?.Invoke(placement.Policy.Tiers[attempt.Tier], failure);
        if (refusal != ReplyRefusal.None)
            placement.Handling.OnRefusal?.Invoke(placement.Policy.Tiers[attempt.Tier], refusal);
        else if (isLate)
            placement.Handling.OnLate?.Invoke(Late(attempt, reply!, elapsed, loss));
        Go(next);
    }

    /// <summary>Checks a reply, and tells how wrong the local answer is by it.</summary>
    private ReplyRefusal Examine(Attempt attempt, TierReply<TOutput>? reply, TimeSpan took, out double loss, out Exception? failure)
    {
        (loss, failure) = (0, null);
        try
        {
            var refusal = placement.Checks[attempt.Tier].Check(reply, attempt.CallId, attempt.SentAt, placement.Time.GetUtcNow(), took);
            if (refusal == ReplyRefusal.None && reply!.Verdict == TierVerdict.Answered)
                loss = placement.Handling.Loss(local.Output, reply.Output!);
            return refusal;
        }
        catch (Exception exception)
        {
            // Only the handlers are called here: an output that they cannot take is none.
            failure = exception;
            return ReplyRefusal.BadOutput;
        }
    }

    private void OnFailed(Attempt attempt, Exception exception)
    {
        Next next;
        lock (placement.Gate)
        {
            // What a call that was given up ends with is its own affair.
            if (attempt.IsOver)
                return;
            End(attempt);
            placement.Policy.NotAnswered(attempt.Tier, attempt.Variant, placement.Now);
            next = AfterFailure(AnswerOutcome.TierFailed);
        }

        placement.Handling.OnFailure?.Invoke(placement.Policy.Tiers[attempt.Tier], exception);
        Go(next);
    }

    private void OnHedge()
    {
        Next next;
        lock (placement.Gate)
            next = new Next(Hedge(), null);
        Go(next);
    }

    private void OnDeadline()
    {
        Next next;
        lock (placement.Gate)
        {
            if (_isWaitingForLate)
            {
                next = GiveUp(cutShort: false);
            }
            else
            {
                Finish(local with { Outcome = AnswerOutcome.DeadlinePassed });
                next = AfterLate();
            }
        }

        Go(next);
    }

    private void OnCancelled()
    {
        Next next;
        lock (placement.Gate)
        {
            Finish(local with { Outcome = AnswerOutcome.Cancelled });
            next = GiveUp(cutShort: true);
        }

        Go(next);
    }

    /// <summary>The second call, if there is to be one and it is still of use; null otherwise.</summary>
    private Attempt? Hedge()
    {
        var decision = local.Decision;
        if (_isFinal || _hedged || decision.HedgeTier < 0 || Elapsed >= request.Deadline || !placement.Policy.TryHedge())
            return null;
        _hedged = true;
        return Add(decision.HedgeTier, decision.HedgeVariant);
    }

    /// <summary>A call came to nothing: the second tier is asked at once, or the local answer stands when nobody is left to wait for.</summary>
    private Next AfterFailure(AnswerOutcome outcome)
    {
        if (Hedge() is { } second)
            return new Next(second, null);
        if (_attempts.Exists(attempt => !attempt.IsOver))
            return default;
        Finish(local with { Outcome = Elapsed >= request.Deadline ? AnswerOutcome.DeadlinePassed : outcome });
        return GiveUp(cutShort: false);
    }

    /// <summary>Waits on for late answers for a while, if any can come.</summary>
    private Next AfterLate()
    {
        if (!_attempts.Exists(attempt => !attempt.IsOver))
            return GiveUp(cutShort: false);
        if (!_isWaitingForLate)
        {
            _isWaitingForLate = true;
            _deadline?.Change(placement.Policy.Options.LateGrace, Timeout.InfiniteTimeSpan);
        }

        return default;
    }

    /// <summary>Waits for nothing any more.</summary>
    private Next GiveUp(bool cutShort)
    {
        List<Attempt>? open = null;
        foreach (var attempt in _attempts)
        {
            if (attempt.IsOver)
                continue;
            End(attempt);
            placement.Checks[attempt.Tier].Over(attempt.CallId);
            if (cutShort)
                placement.Policy.CutShort(attempt.Tier, attempt.Variant, placement.Time.GetElapsedTime(attempt.Sent));
            else
                placement.Policy.NotAnswered(attempt.Tier, attempt.Variant, placement.Now);
            (open ??= []).Add(attempt);
        }

        Settle(loss: null);
        _deadline?.Dispose();
        _hedge?.Dispose();
        return new Next(null, open);
    }

    private void End(Attempt attempt)
    {
        attempt.IsOver = true;
        placement.Policy.Ended(attempt.Tier);
    }

    private void Settle(double? loss)
    {
        if (_isSettled)
            return;
        _isSettled = true;
        placement.Policy.Settle(summary, local.Decision, loss is { } known && double.IsFinite(known) ? Math.Clamp(known, 0, 1) : null);
    }

    private void Finish(Answer<TOutput> answer)
    {
        if (_isFinal)
            return;
        _isFinal = true;
        _registration.Unregister();
        _final.TrySetResult(answer with { Joules = _joules, Refusal = _refusal });
    }

    private LateAnswer<TOutput> Late(Attempt attempt, TierReply<TOutput> reply, TimeSpan elapsed, double loss) => new(
        request, local.Output, reply.Output!, placement.Policy.Tiers[attempt.Tier].Kind, reply.ModelVersion, elapsed, loss);

    /// <summary>Does what has to be done outside of the gate.</summary>
    private void Go(in Next next)
    {
        foreach (var attempt in next.GivenUp ?? [])
            attempt.Cancel.Cancel();
        if (next.Call is { } call)
            Send(call);
    }

    private readonly record struct Next(Attempt? Call, List<Attempt>? GivenUp);
}
