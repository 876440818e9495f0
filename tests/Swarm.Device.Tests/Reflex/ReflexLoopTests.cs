using Swarm.Inference;

namespace Swarm.Device.Tests;

public sealed class ReflexLoopTests
{
    private const long Millisecond = 1_000_000;

    private static readonly ReflexProfile Profile = new() { Length = 0.9, Width = 0.6, MaxSpeed = 1.9, Acceleration = 1, Braking = 2 };

    private readonly FakeTickClock _clock = new();
    private readonly FakeBrake _brake = new();

    [Fact]
    public void Run_FreshFrames_AVerdictAtEachTick()
    {
        var loop = Loop(warmUp: 5);
        _clock.Waking = now => loop.Post(new(new(SectorRanges.Clear, 1), now));
        RunTicks(loop, 100);

        Assert.Equal(Enumerable.Range(0, 100).Select(tick => (long)tick), _brake.Orders.Select(order => order.Tick));
        Assert.All(_brake.Orders, order => Assert.Equal((ReflexAction.Go, 1.9), (order.Verdict.Action, order.Speed)));
        Assert.Equal((95, 0, 0), (loop.Ticks, loop.Late, loop.Stale));
        Assert.Equal(0, loop.Latency.Max);
    }

    [Fact]
    public void Run_NoFrameOrAnOldOne_StopsByName()
    {
        var loop = Loop(warmUp: 0);
        _brake.Applied = tick =>
        {
            if (tick == 9)
                loop.Post(new(new(SectorRanges.Clear, 1), _clock.Now));
            if (tick == 399)
                loop.Stop();
        };
        loop.Run();

        Assert.All(_brake.Orders[..10], order => Assert.Equal(ReflexReason.InputStale, order.Verdict.Reason));
        // A frame is good for 200 ms.
        Assert.All(_brake.Orders[10..210], order => Assert.Equal(ReflexAction.Go, order.Verdict.Action));
        Assert.All(_brake.Orders[210..], order => Assert.Equal((ReflexAction.Stop, ReflexReason.InputStale, 0.0), (order.Verdict.Action, order.Verdict.Reason, order.Speed)));
        Assert.Equal(200, loop.Stale);
    }

    /// <summary>The thread does not run for 7.5 ms: the ticks that were due meanwhile all get their verdict, and are counted.</summary>
    [Fact]
    public void Run_Overrun_NoTickIsLeftOutAndTheLateAreCounted()
    {
        var loop = Loop(warmUp: 0);
        _brake.Applied = tick =>
        {
            if (tick == 20)
                _clock.Now += (7 * Millisecond) + (Millisecond / 2);
            if (tick == 49)
                loop.Stop();
        };
        loop.Run();

        Assert.Equal(Enumerable.Range(0, 50).Select(tick => (long)tick), _brake.Orders.Select(order => order.Tick));
        Assert.Equal(50, loop.Ticks);
        Assert.Equal(7, loop.Late);
        Assert.Equal(7500, loop.Latency.Max);
        Assert.Equal(0, loop.Latency.Quantile(0.5), 0.25);
        Assert.Equal(7500, loop.Latency.Quantile(1));
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(5, 1.9)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 1.9)]
    public void Run_SiteAllowsLess_TheLesserHolds(double site, double allowed)
    {
        var loop = Loop(warmUp: 0);
        loop.SiteSpeed = site;
        _clock.Waking = now => loop.Post(new(new(SectorRanges.Clear, 1), now));
        RunTicks(loop, 3);

        Assert.All(_brake.Orders, order => Assert.Equal(allowed, order.Speed));
        Assert.All(_brake.Orders, order => Assert.Equal(ReflexAction.Go, order.Verdict.Action));
    }

    [Fact]
    public void Run_ThousandTicks_AllocatesNothingAfterWarmUp()
    {
        var brake = new CountingBrake();
        var loop = new ReflexLoop(new() { Reflex = new(Profile, ReflexNet.Shipped), Brake = brake, Clock = _clock, WarmUpTicks = 500 });
        brake.Loop = loop;
        _clock.Waking = now => loop.Post(new(new(SectorRanges.Clear, 1), now));
        loop.Run();

        Assert.Equal(1000, loop.Ticks);
        Assert.Equal(0, loop.AllocatedBytes);
    }

    [Fact]
    public void Create_PeriodNotAbove0_Refused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        new ReflexLoop(new() { Reflex = new(Profile, net: null), Brake = _brake, Clock = _clock, Period = TimeSpan.Zero }));

    private ReflexLoop Loop(int warmUp) => new(new() { Reflex = new(Profile, net: null), Brake = _brake, Clock = _clock, WarmUpTicks = warmUp });

    private void RunTicks(ReflexLoop loop, int ticks)
    {
        _brake.Applied = tick =>
        {
            if (tick == ticks - 1)
                loop.Stop();
        };
        loop.Run();
    }

    private sealed class CountingBrake : IBrake
    {
        public ReflexLoop? Loop { get; set; }

        public void Apply(long tick, in ReflexVerdict verdict, double speed)
        {
            if (tick == 1499)
                Loop!.Stop();
        }
    }
}
