namespace Swarm.Inference;

/// <summary>
/// The serving side of a tier, without the wire: admission by deadline, a bounded queue, and cancellation that reaches the worker, by the asker or by the deadline.
/// </summary>
/// <param name="admission">Of the same number of workers as <paramref name="workers"/>.</param>
/// <param name="worker">Infers; to stop when its token is cancelled. Gives output and confidence.</param>
/// <param name="modelVersion">That of <paramref name="worker"/>.</param>
public sealed class TierServer<TInput, TOutput>(
    int workers,
    DeadlineAdmission admission,
    string modelVersion,
    Func<TInput, CancellationToken, Task<(TOutput Output, double Confidence)>> worker,
    TimeProvider time) : ITier<TInput, TOutput>, IDisposable
{
    private readonly SemaphoreSlim _free = new(workers);

    public async Task<TierReply<TOutput>> InferAsync(TierCall<TInput> call, CancellationToken cancellationToken)
    {
        var received = time.GetTimestamp();
        var verdict = admission.Enter(call.Remaining);
        if (verdict != TierVerdict.Answered)
            return Declined(call, verdict, TimeSpan.Zero);
        TimeSpan? service = null;
        // A timer takes at most 2³² − 2 ms.
        var due = call.Remaining < TimeSpan.FromDays(1) ? call.Remaining : TimeSpan.FromDays(1);
        using var late = new CancellationTokenSource(due, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var begun = false;
        try
        {
            await _free.WaitAsync(stop.Token).ConfigureAwait(false);
            begun = true;
            var queue = time.GetElapsedTime(received);
            if (!admission.IsInTime(call.Remaining - queue))
                return Declined(call, TierVerdict.TooLate, queue);
            var start = time.GetTimestamp();
            var (output, confidence) = await worker(call.Input, stop.Token).ConfigureAwait(false);
            service = time.GetElapsedTime(start);
            return new TierReply<TOutput>(
                call.CallId, TierVerdict.Answered, modelVersion, time.GetUtcNow(), queue, service.Value, confidence, output);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && late.IsCancellationRequested)
        {
            return Declined(call, TierVerdict.TooLate, time.GetElapsedTime(received));
        }
        finally
        {
            if (begun)
                _free.Release();
            admission.Leave(service);
        }
    }

    public void Dispose() => _free.Dispose();

    private TierReply<TOutput> Declined(TierCall<TInput> call, TierVerdict verdict, TimeSpan queue) =>
        new(call.CallId, verdict, modelVersion, time.GetUtcNow(), queue, TimeSpan.Zero, 0, default);
}
