using System.CommandLine;

namespace Swarm.Benchmarks.Sharing;

/// <summary><c>sharing</c>: what the rules of sharing save, and what they cost the receivers.</summary>
internal static class SharingCommand
{
    public static Command Create()
    {
        var seconds = new Option<double>("--seconds") { Description = "Of the simulated town", DefaultValueFactory = _ => 120 };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= 100_000) and var given)
                result.AddError($"--seconds {given} is not between 1 and 100000.");
        });
        var seed = new Option<ulong>("--seed") { Description = "Of the simulated town", DefaultValueFactory = _ => 1 };
        var recording = new Option<string?>("--v2v4real") { Description = "The folder of that recording, to play it too", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("sharing", "Counts the bytes of tracks and detections, with whole lists and by the rules of sharing, in memory")
        {
            seconds, seed, recording, json,
        };
        command.SetAction(result => Run(
            result.GetValue(seconds), result.GetValue(seed), result.GetValue(recording), result.GetValue(json)));
        return command;
    }

    private static void Run(double seconds, ulong seed, string? recording, bool json)
    {
        var rows = new List<SharingRow> { SharingRuns.Town(seed, seconds) };
        if (recording is not null)
            rows.Add(SharingRuns.V2V4Real(recording, "val"));

        if (json)
        {
            Report.Json("sharing", new { seconds, seed, recording }, rows);
            return;
        }

        Report.Table(
            rows,
            ("input", row => row.Input),
            ("devices", row => Report.Number(row.Devices)),
            ("s", row => Report.Number(row.Seconds, 1)),
            ("detections B/s", row => Report.Number(row.Detections)),
            ("tracks B/s, all", row => Report.Number(row.AllTracks)),
            ("tracks B/s, due", row => Report.Number(row.DueTracks)),
            ("saved", row => Report.Number(100 * (1 - (row.DueTracks / row.AllTracks)), 1) + " %"),
            ("messages/s, all", row => Report.Number(row.AllMessages, 2)),
            ("messages/s, due", row => Report.Number(row.DueMessages, 2)),
            ("held", row => Report.Number(100 * row.Known, 2) + " %"),
            ("m off p50 / p99 / most", row =>
                $"{Report.Number(row.OffMedian, 2)} / {Report.Number(row.OffP99, 2)} / {Report.Number(row.OffMost, 2)}"),
            ("held, no longer unseen", row => Report.Number(100 * row.Stale, 1) + " %"));
    }
}
