using Spectre.Console;

namespace Swarm.Cli.Tests;

public sealed class CouriersTableTests
{
    [Theory]
    [InlineData(null, "known to the site alone")]
    [InlineData(90L, "lost")]
    public void Of_SiteElsewhereOrHere_SaysWhatBecameOfTheStatesOrThatItCannotKnow(long? handled, string expected)
    {
        var report = new CouriersReport
        {
            Couriers = 1, Speed = 1, Seconds = 10, Sent = 100, Silent = 0, Unsent = 0, SentPerRealSecond = 10, WorstDelaySeconds = 0, Handled = handled,
            Refused = handled is null ? null : 0, LatencyMedianMilliseconds = null, LatencyP99Milliseconds = null, UpToDate = null, Online = null,
            HazardLists = 0, HazardListsWithHazards = 0, ConflictingPairs = 0,
        };
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 200;

        console.Write(CouriersTable.Of(report));

        Assert.Contains(expected, text.ToString(), StringComparison.Ordinal);
    }
}
