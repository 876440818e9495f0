using Microsoft.Extensions.Time.Testing;

namespace Swarm.Inference.Tests;

public sealed class TierServerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<TaskCompletionSource<(int, double)>> _work = [];
    private readonly List<CancellationToken> _tokens = [];

    [Fact]
    public async Task InferAsync_EnoughTime_ServedAndTimed()
    {
        using var server = Server(waiting: 4);
        var reply = server.InferAsync(Call(1, 100), TestContext.Current.CancellationToken);

        Advance(20);
        _work[0].SetResult((5, 0.8));

        Assert.Equal((1, TierVerdict.Answered, 5, 20), ((await reply).CallId, (await reply).Verdict, (await reply).Output, (await reply).Service.TotalMilliseconds));
    }

    [Fact]
    public async Task InferAsync_CannotBeInTime_NotBegun()
    {
        using var server = Server(waiting: 4);

        Assert.Equal(TierVerdict.TooLate, (await server.InferAsync(Call(1, 5), TestContext.Current.CancellationToken)).Verdict);
        Assert.Empty(_work);
    }

    [Fact]
    public async Task InferAsync_QueueIsTooLongForIt_NotBegun()
    {
        using var server = Server(waiting: 4);
        var first = server.InferAsync(Call(1, 1000), TestContext.Current.CancellationToken);
        var second = server.InferAsync(Call(2, 1000), TestContext.Current.CancellationToken);

        Assert.Equal(TierVerdict.TooLate, (await server.InferAsync(Call(3, 25), TestContext.Current.CancellationToken)).Verdict);
        Assert.False(first.IsCompleted || second.IsCompleted);
        Assert.Single(_work);
    }

    [Fact]
    public async Task InferAsync_QueueFull_Overloaded()
    {
        using var server = Server(waiting: 0);
        var first = server.InferAsync(Call(1, 1000), TestContext.Current.CancellationToken);

        Assert.Equal(TierVerdict.Overloaded, (await server.InferAsync(Call(2, 1000), TestContext.Current.CancellationToken)).Verdict);
        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task InferAsync_DeadlinePassesInTheMiddle_WorkerIsStopped()
    {
        using var server = Server(waiting: 4);
        var reply = server.InferAsync(Call(1, 100), TestContext.Current.CancellationToken);

        Advance(100);

        Assert.Equal(TierVerdict.TooLate, (await reply).Verdict);
        Assert.True(_tokens[0].IsCancellationRequested);
    }

    [Fact]
    public async Task InferAsync_WaitedTooLong_DroppedNotFinished()
    {
        using var server = Server(waiting: 4);
        var first = server.InferAsync(Call(1, 1000), TestContext.Current.CancellationToken);
        var second = server.InferAsync(Call(2, 50), TestContext.Current.CancellationToken);

        Advance(45);
        _work[0].SetResult((5, 1));

        await first;
        Assert.Equal(TierVerdict.TooLate, (await second).Verdict);
        Assert.Single(_work);
    }

    [Fact]
    public async Task InferAsync_AskerGivesUp_WorkerIsStopped()
    {
        using var server = Server(waiting: 4);
        using var cancel = new CancellationTokenSource();
        var reply = server.InferAsync(Call(1, 1000), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        Assert.True(_tokens[0].IsCancellationRequested);
    }

    private static TierCall<int> Call(long id, double milliseconds) =>
        new(id, "numbers", "m@1", DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(milliseconds), 10, 7);

    private TierServer<int, int> Server(int waiting) => new(
        1,
        new DeadlineAdmission(1, waiting, TimeSpan.FromMilliseconds(10)),
        "m@1",
        (_, token) =>
        {
            var source = new TaskCompletionSource<(int, double)>();
            token.Register(() => source.TrySetCanceled(token));
            _tokens.Add(token);
            _work.Add(source);
            return source.Task;
        },
        _time);

    private void Advance(double milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
