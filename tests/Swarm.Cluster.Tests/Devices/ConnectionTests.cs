using CsCheck;
using Swarm.Domain;
using Swarm.Grains.Edge;

namespace Swarm.Cluster.Tests;

public sealed class ConnectionTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Report_WillOfOldConnectionAfterNewBirth_StaysOnline()
    {
        var connection = Online("b1", 0).Report(TestDevice.Online("b2"), At(1), retained: false);

        var after = connection.Report(TestDevice.Lost("b1"), At(2), retained: false);

        Assert.Same(connection, after);
        Assert.Equal((Presence.Online, "b2"), (after.Presence, after.Birth));
    }

    [Fact]
    public void Report_WillOfPresentConnection_IsLost() =>
        Assert.Equal(
            (Presence.Lost, At(2)),
            Online("b1", 0).Report(TestDevice.Lost("b1"), At(2), retained: false) is var lost ? (lost.Presence, lost.Since!.Value) : default);

    [Theory]
    [InlineData(ConnectionState.Lost, Presence.Lost)]
    [InlineData(ConnectionState.Offline, Presence.Offline)]
    public void Report_EndWithoutAnyBirthKnown_IsTaken(ConnectionState state, Presence expected)
    {
        var after = new Connection().Report(new ConnectionReport(state, "b7"), At(0), retained: true);

        Assert.Equal((expected, "b7"), (after.Presence, after.Birth));
    }

    [Fact]
    public void Report_SameBirthAgain_ChangesNothingButLastSeen()
    {
        var once = Online("b1", 0);

        var twice = once.Report(TestDevice.Online("b1"), At(3), retained: false);

        Assert.Equal(once with { LastSeen = At(3) }, twice);
    }

    [Fact]
    public void Report_RetainedBirth_IsOnlineButNotHeard()
    {
        var after = new Connection().Report(TestDevice.Online("b1"), At(0), retained: true);

        Assert.Equal((Presence.Online, null), (after.Presence, after.LastSeen));
    }

    [Fact]
    public void Report_RetainedBirthOfAConnectionThatEnded_StaysLost()
    {
        var lost = Online("b1", 0).Report(TestDevice.Lost("b1"), At(1), retained: false);

        Assert.Same(lost, lost.Report(TestDevice.Online("b1"), At(2), retained: true));
    }

    [Theory]
    [InlineData(1.9, Presence.Lost)]
    [InlineData(2.0, Presence.Online)]
    public void Hear_StateAfterWill_ProvesLifeOnlyAfterTwoSeconds(double seconds, Presence expected)
    {
        var lost = Online("b1", 0).Report(TestDevice.Lost("b1"), At(1), retained: false);

        Assert.Equal(expected, lost.Hear(At(1 + seconds), isState: true).Presence);
        Assert.Equal(Presence.Lost, lost.Hear(At(1 + seconds), isState: false).Presence);
    }

    [Theory]
    [InlineData(4.9, Presence.Online)]
    [InlineData(5.0, Presence.Stale)]
    public void Age_Silent_IsStaleAfterFiveSeconds(double seconds, Presence expected) =>
        Assert.Equal(expected, Online("b1", 0).Age(At(seconds), listeningSince: At(-10)).Presence);

    [Fact]
    public void Age_SiteWasDown_CountsSilenceFromItsReturn()
    {
        var before = Online("b1", 0);

        Assert.Same(before, before.Age(At(63), listeningSince: At(60)));
        Assert.Equal(Presence.Stale, before.Age(At(65), listeningSince: At(60)).Presence);
    }

    /// <summary>
    /// The rules told another way: what holds is looked up in the whole history of events instead of being carried along, and has to come out the
    /// same.
    /// </summary>
    [Fact]
    public void Connection_AnyHistory_AgreesWithTheHistoryReadBackwards()
    {
        var birth = Gen.OneOf("b1", "b2", "b3");
        var happening = Gen.Select(Gen.Enum<Kind>(), birth, Gen.Bool, Gen.Int[1, 40])
            .Select((kind, name, retained, tenths) => new Happening(kind, name, retained && kind < Kind.State, TimeSpan.FromSeconds(tenths / 10d)));

        happening.Array[0, 40].Sample(history =>
        {
            var connection = new Connection();
            var now = Start;
            var past = new List<(DateTimeOffset At, Happening What, Presence Before)>();
            foreach (var what in history)
            {
                now += what.After;
                connection = connection.Age(now, Start);
                past.Add((now, what, connection.Presence));
                connection = what.Kind switch
                {
                    Kind.Online => connection.Report(TestDevice.Online(what.Birth), now, what.Retained),
                    Kind.Lost => connection.Report(TestDevice.Lost(what.Birth), now, what.Retained),
                    Kind.Offline => connection.Report(TestDevice.Offline(what.Birth), now, what.Retained),
                    Kind.State => connection.Hear(now, isState: true),
                    Kind.Frame => connection.Hear(now, isState: false),
                    _ => connection,
                };
                Assert.Equal(History.PresenceAt(past), connection.Presence);
                Assert.Equal(History.BirthAt(past), connection.Birth);
                Assert.Equal(History.LastSeenAt(past), connection.LastSeen);
            }
        });
    }

    private static DateTimeOffset At(double seconds) => Start + TimeSpan.FromSeconds(seconds);

    private static Connection Online(string birth, double seconds) =>
        new Connection().Report(TestDevice.Online(birth), At(seconds), retained: false);

    private enum Kind
    {
        Online,
        Lost,
        Offline,
        State,
        Frame,
        Wait,
    }

    private sealed record Happening(Kind Kind, string Birth, bool Retained, TimeSpan After);

    private static class History
    {
        /// <summary>The birth that the newest report named which had a right to: any online, or an end while no birth was known.</summary>
        public static string? BirthAt(IReadOnlyList<(DateTimeOffset At, Happening What, Presence Before)> past)
        {
            var reports = past.Where(item => item.What.Kind < Kind.State).ToList();
            return (reports.FindLast(item => item.What.Kind == Kind.Online) is { What: { } online } ? online : reports.FirstOrDefault().What)?.Birth;
        }

        public static DateTimeOffset? LastSeenAt(IReadOnlyList<(DateTimeOffset At, Happening What, Presence Before)> past) =>
            past.Where(IsOwn).Where(item => item.What.Kind != Kind.Offline || Counts(past, item)).Select(item => (DateTimeOffset?)item.At).LastOrDefault();

        public static Presence PresenceAt(IReadOnlyList<(DateTimeOffset At, Happening What, Presence Before)> past)
        {
            var (now, what, before) = past[^1];
            var ended = before is Presence.Lost or Presence.Offline;
            var earlier = past.SkipLast(1).ToList();
            return what.Kind switch
            {
                Kind.Online => ended && what.Retained && BirthAt(earlier) == what.Birth ? before : Presence.Online,
                Kind.Lost => Counts(past, past[^1]) ? Presence.Lost : before,
                Kind.Offline => Counts(past, past[^1]) ? Presence.Offline : before,
                Kind.State when ended => now - EndedAt(earlier, before) >= TimeSpan.FromSeconds(2) ? Presence.Online : before,
                Kind.Frame when ended => before,
                Kind.Wait => before,
                _ => Presence.Online,
            };
        }

        /// <summary>When the unbroken run of this end began: the first report of it since the presence was another.</summary>
        private static DateTimeOffset EndedAt(List<(DateTimeOffset At, Happening What, Presence Before)> past, Presence ended) =>
            past[past.FindLastIndex(item => item.Before != ended)].At;

        /// <summary>Whether an end names the connection that was present when it came.</summary>
        private static bool Counts(
            IReadOnlyList<(DateTimeOffset At, Happening What, Presence Before)> past, (DateTimeOffset At, Happening What, Presence Before) end)
        {
            var known = BirthAt([.. past.TakeWhile(item => !ReferenceEquals(item.What, end.What))]);
            return known is null || known == end.What.Birth;
        }

        private static bool IsOwn((DateTimeOffset At, Happening What, Presence Before) item) =>
            !item.What.Retained && item.What.Kind is not (Kind.Lost or Kind.Wait);
    }
}
