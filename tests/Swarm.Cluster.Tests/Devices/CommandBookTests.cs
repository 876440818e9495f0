using CsCheck;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.Grains.Edge;

namespace Swarm.Cluster.Tests;

public sealed class CommandBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DeviceId Device = new("w1");
    private static readonly Stop Area = new("area", new StopScope(Area: new Circle(new Point2(0, 0), 10)), Now);

    [Fact]
    public void Hold_AreaThatTheDeviceRollsOutOf_StaysLatchedUntilReleased()
    {
        var inside = CommandBook.Empty.Hold(List(1, Area), Device, new Point2(5, 0), Now);
        var outside = inside.Hold(List(1, Area), Device, new Point2(50, 0), Now);
        var released = outside.Hold(List(2), Device, new Point2(50, 0), Now);

        Assert.Equal(CommandKind.Stop, Assert.Single(inside.Due(Now)).Kind);
        Assert.Same(inside, outside);
        Assert.Empty(released.Holds);
        Assert.Equal(CommandKind.Release, Assert.Single(released.Due(Now)).Kind);
    }

    [Fact]
    public void Hold_OneOfTwoStopsReleased_SendsNoRelease()
    {
        var other = new Stop("site", StopScope.Site, Now);
        var both = CommandBook.Empty.Hold(List(1, Area, other), Device, new Point2(5, 0), Now);

        var one = both.Hold(List(2, other), Device, new Point2(5, 0), Now);

        Assert.Equal("site", Assert.Single(one.Holds).Id);
        Assert.Equal("stop-site", Assert.Single(one.Due(Now)).Id);
    }

    [Fact]
    public void Hold_StopAfterUnansweredRelease_DropsTheRelease()
    {
        var released = CommandBook.Empty.Hold(List(1, Area), Device, new Point2(0, 0), Now).Hold(List(2), Device, null, Now);

        var again = released.Hold(List(3, new Stop("two", StopScope.Site, Now)), Device, null, Now);

        Assert.Equal(CommandKind.Stop, Assert.Single(again.Due(Now)).Kind);
    }

    [Fact]
    public void Renew_AcceptedStopAtBirth_IsDueAgainWithANewEpoch()
    {
        var held = CommandBook.Empty.Hold(List(1, Area), Device, new Point2(0, 0), Now);
        var accepted = held.Answer(Ack(held.Due(Now)[0], AckResult.Accepted));

        var reborn = accepted.Renew(Now, birth: true);

        Assert.Empty(accepted.Due(Now));
        Assert.Same(accepted, accepted.Renew(Now, birth: false));
        Assert.Equal(held.Due(Now)[0].Id, Assert.Single(reborn.Due(Now)).Id);
        Assert.True(reborn.Epoch > held.Epoch);
    }

    [Theory]
    [InlineData(AckResult.RefusedEpoch)]
    [InlineData(AckResult.RefusedExpired)]
    public void Renew_StopRefusedForItsAge_IsIssuedAnew(AckResult result)
    {
        var held = CommandBook.Empty.Hold(List(1, Area), Device, new Point2(0, 0), Now);

        var renewed = held.Answer(Ack(held.Due(Now)[0], result)).Renew(Now, birth: false);

        Assert.True(Assert.Single(renewed.Due(Now)).Epoch > held.Epoch);
    }

    [Fact]
    public void Answer_OfAnOlderEpoch_AnswersNothing()
    {
        var held = CommandBook.Empty.Hold(List(1, Area), Device, new Point2(0, 0), Now);
        var reborn = held.Renew(Now, birth: true);

        Assert.Same(reborn, reborn.Answer(Ack(held.Due(Now)[0], AckResult.Accepted)));
    }

    [Fact]
    public void Due_SpeedLimitPastItsEnd_IsNotSent()
    {
        var book = CommandBook.Empty.Limit(1.5, TimeSpan.FromSeconds(10), null, Now);

        Assert.Single(book.Due(Now + TimeSpan.FromSeconds(9.9)));
        Assert.Empty(book.Due(Now + TimeSpan.FromSeconds(10)));
        Assert.Same(book, book.Renew(Now + TimeSpan.FromSeconds(11), birth: true));
    }

    [Fact]
    public void Due_RefusedWithoutTime_IsSentAgain()
    {
        var book = CommandBook.Empty.Limit(1.5, TimeSpan.FromSeconds(10), null, Now);

        Assert.Single(book.Answer(Ack(book.Due(Now)[0], AckResult.RefusedNoTime)).Due(Now));
    }

    [Fact]
    public void Book_AnyHistory_EpochsRiseAndEveryHoldIsKnownAndTheListIsBounded()
    {
        var step = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 30]);
        step.Array[0, 80].Sample(steps =>
        {
            var book = CommandBook.Empty;
            var latched = new List<Stop>();
            var (version, now) = (0, Now);
            foreach (var (action, which, result, seconds) in steps)
            {
                var before = book;
                now += TimeSpan.FromSeconds(seconds);
                switch (action)
                {
                    case 0 when latched.TrueForAll(stop => stop.Id != $"s{which}"):
                        latched.Add(new Stop($"s{which}", StopScope.Site, now));
                        break;
                    case 1:
                        latched.RemoveAll(stop => stop.Id == $"s{which}");
                        break;
                    case 2:
                        book = book.Limit(1, TimeSpan.FromSeconds(60), null, now);
                        break;
                    case 3 when book.Statuses.Count > 0:
                        book = book.Answer(Ack(book.Statuses[which % book.Statuses.Count].Command, (AckResult)result));
                        break;
                    case 4:
                        book = book.Renew(now, birth: false);
                        break;
                    case 5:
                        book = book.Renew(now, birth: true);
                        break;
                }

                book = book.Hold(List(++version, [.. latched]), Device, null, now);

                Assert.True(book.Epoch >= before.Epoch);
                Assert.Equal(latched.Select(stop => stop.Id), book.Holds.Select(stop => stop.Id));
                Assert.Equal(book.Statuses.Select(status => status.Command.Epoch).OrderDescending(), book.Statuses.Select(status => status.Command.Epoch));
                Assert.Equal(book.Statuses.Count, book.Statuses.Select(status => status.Command.Epoch).Distinct().Count());
                Assert.All(book.Holds, stop => Assert.Contains(book.Statuses, status => status.Command.Id == $"stop-{stop.Id}"));
                Assert.InRange(book.Statuses.Count, 0, CommandBook.Kept + 4);
                Assert.True(book.Holds.Count == 0 || book.Due(now).All(command => command.Kind != CommandKind.Release));
            }
        });
    }

    private static StopList List(long version, params Stop[] stops) => new(version, stops);

    private static CommandAck Ack(DeviceCommand command, AckResult result) => new(command.Id, command.Epoch, result, Now);
}
