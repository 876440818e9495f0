using System.Threading.Channels;
using CsCheck;

namespace Swarm.Cli.Tests;

public sealed class ReplayClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly ReplayClock _clock = new(Start);
    private readonly Channel<int> _rings = Channel.CreateUnbounded<int>();

    [Fact]
    public void Advance_Once_MovesNowAndTimestamps()
    {
        var timestamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromSeconds(2.5));

        Assert.Equal(Start.AddSeconds(2.5), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(2.5), _clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public async Task Advance_PastADelay_CompletesItAndNotBefore()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _clock, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        await delay.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Advance_PastSeveralPeriods_RingsForEach()
    {
        using var timer = Timer(due: 2, period: 1);

        _clock.Advance(TimeSpan.FromSeconds(4.5));

        for (var ring = 0; ring < 3; ring++)
            await HearAsync();
        Assert.False(_rings.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Change_ToAnotherTime_VoidsTheOldOne()
    {
        using var timer = Timer(due: 1, period: null);

        Assert.True(timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan));
        _clock.Advance(TimeSpan.FromSeconds(4));
        using var other = Timer(due: 0, period: null, name: 2);
        Assert.Equal(2, await HearAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await HearAsync());
    }

    [Fact]
    public async Task Dispose_BeforeItsTime_NeverRings()
    {
        var timer = Timer(due: 1, period: 1);
        timer.Dispose();
        using var other = Timer(due: 2, period: null, name: 2);

        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(2, await HearAsync());
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void Advance_InAnySteps_RingsAsOftenAsPeriodsHavePassed() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 40].Array[1, 30]).Sample((period, steps) =>
        {
            var clock = new ReplayClock(Start);
            using var rings = new CountdownEvent(1);
            using var timer = clock.CreateTimer(
                _ => rings.AddCount(), null, TimeSpan.FromMilliseconds(period), TimeSpan.FromMilliseconds(period));
            foreach (var step in steps)
                clock.Advance(TimeSpan.FromMilliseconds(step));
            var expected = 1 + (steps.Sum() / period);
            return SpinWait.SpinUntil(() => rings.CurrentCount == expected, TimeSpan.FromSeconds(10));
        });

    private ITimer Timer(double due, double? period, int name = 1) =>
        _clock.CreateTimer(
            _ => Assert.True(_rings.Writer.TryWrite(name)),
            null,
            TimeSpan.FromSeconds(due),
            period is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan);

    private Task<int> HearAsync() =>
        _rings.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
}
