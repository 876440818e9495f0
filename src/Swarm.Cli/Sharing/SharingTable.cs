using Spectre.Console;

namespace Swarm.Cli;

/// <summary>Lays the figures of several sequences out: a row each, a column for each sequence and one for all.</summary>
internal static class SharingTable
{
    public static Table Of(IReadOnlyList<SharingResult> results)
    {
        IReadOnlyList<SharingResult> columns = results.Count == 1 ? results : [.. results, SharingResult.Sum(results)];
        var table = new Table().AddColumn("What sharing gave the first car");
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column.Sequence).RightAligned());
        foreach (var (name, figure) in Rows())
            table.AddRow([Markup.Escape(name), .. columns.Select(column => Markup.Escape(figure(column)))]);
        return table;
    }

    private static IEnumerable<(string Name, Func<SharingResult, string> Figure)> Rows() =>
    [
        ("frames", result => Figure.Of(result.Frames)),
        ("played at, times real speed", result => Figure.Of(result.Speed, "×")),
        ("detections of the first car", result => Figure.Of(result.DetectionsByEgo)),
        ("detections of the second car", result => Figure.Of(result.DetectionsByOther)),
        ("real objects", result => Figure.Of(result.Objects)),
        ("… detected by the first car", result => Figure.Of(result.ObjectsSeenByEgo)),
        ("… detected by the second car", result => Figure.Of(result.ObjectsSeenByOther)),
        ("… never detected by the first car", result => Figure.Of(result.NeverSeen)),
        ("    of these detected by the second", result => Figure.Of(result.NeverSeenButByOther)),
        ("    of these TOLD to the first car", result => Figure.Of(result.NeverSeenButTold)),
        ("… detected by both, second car first", result => Figure.Of(result.OtherFirst)),
        ("    told before the first car's own detection", result => Figure.Of(result.ToldAhead)),
        ("    LEAD of these, median", result => Figure.Of(result.LeadMedianSeconds, "s", "0.00")),
        ("    LEAD of these, p90", result => Figure.Of(result.LeadP90Seconds, "s", "0.00")),
        ("labelled boxes (object and frame)", result => Figure.Of(result.Boxes)),
        ("… detected by the first car", result => Figure.Share(result.BoxesSeen, result.Boxes)),
        ("… detected by it or told to it", result => Figure.Share(result.BoxesSeenOrTold, result.Boxes)),
        ("messages that told of something", result => Figure.Of(result.Messages)),
        ("tracks told", result => Figure.Of(result.ToldTracks)),
        ("… that never matched a label (false)", result => Figure.Share(result.FalseTracks, result.ToldTracks)),
        ("told boxes (track and message)", result => Figure.Of(result.ToldBoxes)),
        ("… that match no label (false)", result => Figure.Share(result.FalseBoxes, result.ToldBoxes)),
        ("held boxes (track and frame)", result => Figure.Of(result.HeldBoxes)),
        ("… that match no label (false)", result => Figure.Share(result.FalseHeldBoxes, result.HeldBoxes)),
        ("tracks, bytes a second", result => Figure.Of(result.TracksBytesPerSecond, "B/s")),
        ("detections, bytes a second and car", result => Figure.Of(result.DetectionsBytesPerSecond, "B/s")),
        ("publish to told, site time, median", result => Figure.Of(result.LatencyMedianMilliseconds, "ms")),
        ("publish to told, site time, p99", result => Figure.Of(result.LatencyP99Milliseconds, "ms")),
    ];
}
