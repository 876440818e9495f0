using CsCheck;
using Swarm.Domain;

namespace Swarm.Device.Tests;

public sealed class CommandGateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DeviceCommand> AnyCommand = Gen.Select(
        Gen.Int[0, 30],
        Gen.Enum<CommandKind>(),
        Gen.Long[0, 12],
        Gen.Int[-20, 20],
        Gen.Select(Gen.Bool, Gen.Double[-1, 3], (given, speed) => given ? speed : (double?)null),
        (id, kind, epoch, expires, speed) => new DeviceCommand($"c{id}", kind, epoch, Noon.AddSeconds(expires), speed));

    private static readonly Gen<DateTimeOffset?> AnyTime = Gen.Select(
        Gen.Bool, Gen.Int[-30, 30], (known, seconds) => known ? Noon.AddSeconds(seconds) : (DateTimeOffset?)null);

    [Fact]
    public void Decide_AnySequence_OnlyANewerOrEqualReleaseEndsAStop() =>
        Gen.Select(AnyCommand, AnyTime).Array[0, 40].Sample(sequence =>
        {
            var gate = new CommandGate();
            foreach (var (command, siteTime) in sequence)
            {
                var before = gate.State;
                var result = gate.Decide(command, siteTime);
                var after = gate.State;

                if (before.StoppedAt is { } stop && after.StoppedAt is null)
                {
                    Assert.Equal((CommandKind.Release, AckResult.Accepted), (command.Kind, result));
                    Assert.True(command.Epoch >= stop && siteTime <= command.Expires);
                }

                if (before.Epoch is { } newest)
                {
                    Assert.True(after.Epoch >= newest);
                    Assert.True(command.Epoch >= newest || result == AckResult.RefusedEpoch);
                }

                if (command.Kind == CommandKind.Stop && !(command.Epoch < before.Epoch) && (command.Id, command.Epoch) != (before.CommandId, before.Epoch))
                    Assert.True(result == AckResult.Accepted && gate.Stopped);
                if (result != AckResult.Accepted)
                    Assert.Equal(before, after);
            }
        });

    [Fact]
    public void Decide_RestartedAfterEachCommand_DecidesTheSame() =>
        Gen.Select(AnyCommand, AnyTime).Array[0, 40].Sample(sequence =>
        {
            var running = new CommandGate();
            GateState? kept = null;
            foreach (var (command, siteTime) in sequence)
            {
                var restarted = new CommandGate(kept);
                Assert.Equal(running.Decide(command, siteTime), restarted.Decide(command, siteTime));
                kept = restarted.State;
                Assert.Equal(running.State, kept);
            }
        });

    [Fact]
    public void Decide_AnyCommandAgain_AcceptedWithoutFurtherEffect() =>
        Gen.Select(AnyCommand, AnyTime, AnyTime).Sample((command, siteTime, later) =>
        {
            var gate = new CommandGate();
            if (gate.Decide(command, siteTime) != AckResult.Accepted)
                return;
            var state = gate.State;

            Assert.Equal(AckResult.Accepted, gate.Decide(command, later));
            Assert.Equal(state, gate.State);
        });

    [Theory]
    [InlineData(CommandKind.Release, false, 10, AckResult.RefusedNoTime)]
    [InlineData(CommandKind.Release, true, -1, AckResult.RefusedExpired)]
    [InlineData(CommandKind.Release, true, 0, AckResult.Accepted)]
    [InlineData(CommandKind.LimitSpeed, false, 10, AckResult.RefusedNoTime)]
    [InlineData(CommandKind.LimitSpeed, true, -1, AckResult.RefusedExpired)]
    [InlineData(CommandKind.Stop, false, -1, AckResult.Accepted)]
    [InlineData(CommandKind.Stop, true, -1, AckResult.Accepted)]
    public void Decide_TimeUnknownOrPassed_OnlyStopIsObeyed(CommandKind kind, bool knowsTime, int expiresInSeconds, AckResult expected) =>
        Assert.Equal(
            expected,
            new CommandGate().Decide(new("c", kind, 1, Noon.AddSeconds(expiresInSeconds), MaxSpeed: 1), knowsTime ? Noon : null));

    [Fact]
    public void Decide_UndefinedKindOrLimitWithoutSpeed_Unsupported()
    {
        var gate = new CommandGate();

        Assert.Equal(AckResult.RefusedUnsupported, gate.Decide(new("a", (CommandKind)99, 1, Noon), Noon));
        Assert.Equal(AckResult.RefusedUnsupported, gate.Decide(new("b", CommandKind.LimitSpeed, 1, Noon), Noon));
        Assert.Equal(AckResult.RefusedUnsupported, gate.Decide(new("c", CommandKind.LimitSpeed, 1, Noon, double.NaN), Noon));
        Assert.Equal(GateState.Initial, gate.State);
    }

    [Fact]
    public void MaxSpeed_LimitExpires_EndsOnlyWhenTheTimeIsKnown()
    {
        var gate = new CommandGate();
        gate.Decide(new("slow", CommandKind.LimitSpeed, 1, Noon.AddSeconds(10), MaxSpeed: 0.5), Noon);

        Assert.Equal(0.5, gate.MaxSpeed(Noon.AddSeconds(10)));
        Assert.Equal(0.5, gate.MaxSpeed(null));
        Assert.Null(gate.MaxSpeed(Noon.AddSeconds(11)));
    }
}
