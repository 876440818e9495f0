namespace Swarm.SystemTests.Harness;

/// <summary>Asks again until the answer is as expected: the only way to wait for another process that tells nobody.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    /// <param name="probe">Answers null while there is no answer.</param>
    /// <param name="expected">What the answer must be.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="what">For the message when it does not come.</param>
    /// <returns>The first answer that is as expected.</returns>
    public static async Task<T> GetAsync<T>(
        Func<CancellationToken, Task<T?>> probe, Func<T, bool> expected, TimeSpan patience, string what)
        where T : class
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bounded.CancelAfter(patience);
        using var timer = new PeriodicTimer(Period);
        T? last = null;
        try
        {
            while (true)
            {
                last = await probe(bounded.Token) ?? last;
                if (last is not null && expected(last)) return last;
                await timer.WaitForNextTickAsync(bounded.Token);
            }
        }
        catch (OperationCanceledException e)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"Not within {patience.TotalSeconds} s: {what}. Last answer: {last}", e);
        }
    }

    public static Task HoldsAsync(Func<bool> condition, TimeSpan patience, string what) =>
        GetAsync(_ => Task.FromResult<object?>(condition()), holds => (bool)holds, patience, what);
}
