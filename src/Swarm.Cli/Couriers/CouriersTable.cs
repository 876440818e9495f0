using Spectre.Console;

namespace Swarm.Cli;

/// <summary>Lays the figures of a replay of couriers out.</summary>
internal static class CouriersTable
{
    public static Table Of(CouriersReport report)
    {
        var table = new Table().AddColumn("Couriers").AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, figure) in Rows(report))
            table.AddRow(Markup.Escape(name), Markup.Escape(figure));
        return table;
    }

    private static IEnumerable<(string Name, string Figure)> Rows(CouriersReport report)
    {
        yield return ("couriers at once", Figure.Of(report.Couriers));
        yield return ("recorded time played", Figure.Of(report.Seconds, "s", "0"));
        yield return ("played at, times real speed", Figure.Of(report.Speed, "×"));
        yield return ("states sent", Figure.Of(report.Sent));
        yield return ("… not sent: holes and ends of the recording", Figure.Of(report.Silent));
        yield return ("… not sent: no connection", Figure.Of(report.Unsent));
        yield return ("states sent per second of real time", Figure.Of(report.SentPerRealSecond, "/s", "0"));
        yield return ("latest state sent behind its time (site time)", Figure.Of(report.WorstDelaySeconds, "s", "0.00"));
        if (report.Handled is { } handled)
        {
            yield return ("states taken by the devices' grains", Figure.Of(handled));
            yield return ("… lost", Figure.Of(report.Lost ?? 0));
            yield return ("messages dropped or refused by the bridge", Figure.Of(report.Refused ?? 0));
            if (report.LatencyMedianMilliseconds is { } median)
            {
                yield return ("bridge to grain, median", Figure.Of(median, "ms", "0.00"));
                yield return ("bridge to grain, p99", Figure.Of(report.LatencyP99Milliseconds, "ms", "0.00"));
            }

            yield return ("twins that hold the last state sent", Figure.Of(report.UpToDate ?? 0));
            yield return ("couriers online at the end", Figure.Of(report.Online ?? 0));
        }
        else
        {
            // States go with QoS 0, which nobody acknowledges.
            yield return ("states taken by the devices' grains, lost, late", "known to the site alone: its metric swarm.bridge.messages");
        }

        yield return ("hazard lists received", Figure.Of(report.HazardLists));
        yield return ("… with a hazard", Figure.Share(report.HazardListsWithHazards, report.HazardLists));
        yield return ("pairs of couriers warned of each other", Figure.Of(report.ConflictingPairs));
    }
}
