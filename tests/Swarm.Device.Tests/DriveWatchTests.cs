using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Swarm.Domain;

namespace Swarm.Device.Tests;

public sealed class DriveWatchTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly DriveWatch _watch;

    public DriveWatchTests() => _watch = new DriveWatch(_time);

    [Fact]
    public void MaxSpeed_NoVerdict_IsNone() => Assert.Equal(0, _watch.MaxSpeed);

    [Fact]
    public void MaxSpeed_VerdictOnTheLastScan_HoldsFor300MsFromTheScan()
    {
        _watch.Note(Scan(7));
        Pass(200);
        _watch.Take(Drive(7, 1.2));

        Assert.Equal(1.2, _watch.MaxSpeed);
        Pass(100);
        Assert.Equal(1.2, _watch.MaxSpeed);
        Pass(1);
        Assert.Equal(0, _watch.MaxSpeed);
    }

    [Fact]
    public void Take_VerdictOnAScanThatWasNotSent_ChangesNothing()
    {
        _watch.Note(Scan(7));
        _watch.Take(Drive(8, 1.2));

        Assert.Equal(0, _watch.MaxSpeed);
    }

    [Fact]
    public void Take_VerdictTooLongUnderWay_ChangesNothing()
    {
        _watch.Note(Scan(7));
        Pass(301);
        _watch.Take(Drive(7, 1.2));

        Assert.Equal(0, _watch.MaxSpeed);
    }

    [Fact]
    public void Take_VerdictOnAnOlderScan_DoesNotReplaceTheNewer()
    {
        _watch.Note(Scan(7));
        Pass(100);
        _watch.Note(Scan(8));
        _watch.Take(Drive(8, 0.2));
        _watch.Take(Drive(7, 1.2));

        Assert.Equal(0.2, _watch.MaxSpeed);
    }

    [Fact]
    public void Take_SequenceBeganAgain_AnswersTheNewScans()
    {
        _watch.Note(Scan(5000));
        _watch.Take(Drive(5000, 1));
        Pass(50);
        _watch.Note(Scan(1));
        _watch.Take(Drive(1, 0.4));

        Assert.Equal(0.4, _watch.MaxSpeed);
    }

    [Fact]
    public void Take_AnyVerdicts_NeverMovesWithoutAFreshOne() =>
        Gen.Select(Gen.Int[0, 3], Gen.Long[0, 5], Gen.Double[-1, 2], Gen.Int[0, 400]).Array[1, 40].Sample(steps =>
        {
            var time = new FakeTimeProvider();
            var watch = new DriveWatch(time);
            var sent = new List<(long Sequence, DateTimeOffset At)>();
            var taken = new List<(long Sequence, double Speed)>();
            foreach (var (kind, sequence, speed, wait) in steps)
            {
                time.Advance(TimeSpan.FromMilliseconds(wait));
                if (kind == 0)
                {
                    watch.Note(Scan(sequence));
                    sent.Add((sequence, time.GetUtcNow()));
                }
                else
                {
                    watch.Take(Drive(sequence, speed));
                    taken.Add((sequence, speed));
                }

                if (watch.MaxSpeed is var most and not 0)
                    Assert.Contains(sent, scan => time.GetUtcNow() - scan.At <= DriveWatch.Silence && taken.Contains((scan.Sequence, most)));
            }
        });

    private void Pass(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    private static RangeScan Scan(long sequence) => new(sequence, [8, 8, 8, 8], 8, 0, 0);

    private static DeviceCommand Drive(long sequence, double speed) =>
        new("drive", CommandKind.Drive, sequence, DateTimeOffset.UnixEpoch, speed);
}
