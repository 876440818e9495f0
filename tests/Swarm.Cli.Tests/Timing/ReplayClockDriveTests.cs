using Microsoft.Extensions.Time.Testing;

namespace Swarm.Cli.Tests;

public sealed class ReplayClockDriveTests
{
    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(500, 20)]
    public async Task Drive_OneTurn_AdvancesBySpeedButNeverJumps(int realMilliseconds, int siteMilliseconds)
    {
        var clock = new ReplayClock(_real.Start);
        var moved = Task.Delay(TimeSpan.FromMilliseconds(1), clock, TestContext.Current.CancellationToken);
        await using var drive = new ReplayClockDrive(clock, speed: 10, _real);

        _real.Advance(TimeSpan.FromMilliseconds(realMilliseconds));
        await moved.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(siteMilliseconds), clock.GetUtcNow() - _real.Start);
    }
}
