using System.CommandLine;
using System.Globalization;
using Swarm.Perception;

namespace Swarm.Benchmarks.Tracking;

/// <summary><c>tracker</c>: what a frame costs the tracker, by how many objects and devices there are.</summary>
internal static class TrackerCommand
{
    private const int MostDevices = 3_000;

    public static Command Create()
    {
        var objects = Numbers("--objects", "Numbers of objects, each a track", Tracker.MaxTracks);
        var devices = Numbers("--devices", "Numbers of devices, each with 10 frames a second", MostDevices);
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("tracker", "Fuses frames of many devices that see nine objects each, in order, on one core") { objects, devices, json };
        command.SetAction((result, cancellationToken) =>
        {
            var (tracks, fleets) = (result.GetValue(objects)!, result.GetValue(devices)!);
            TrackerMeasure.WarmUpCode(cancellationToken);
            List<TrackerRow> rows =
            [
                .. from fleet in fleets
                   from count in tracks
                   select TrackerMeasure.Of(count, fleet, cancellationToken),
            ];
            Print(rows, result.GetValue(json));
            return Task.CompletedTask;
        });
        return command;
    }

    private static void Print(List<TrackerRow> rows, bool json)
    {
        if (json)
        {
            Report.Json("tracker", new { }, rows);
            return;
        }

        Report.Table(
            rows,
            ("devices", row => Report.Number(row.Devices)),
            ("objects", row => Report.Number(row.Objects)),
            ("tracks", row => Report.Number(row.Tracks)),
            ("objects a frame", row => Report.Number(row.ObjectsPerFrame, 1)),
            ("µs CPU a frame", row => Report.Number(row.Microseconds, 1)),
            ("B a frame", row => Report.Number(row.Bytes)));
    }

    private static Option<int[]> Numbers(string name, string description, int most)
    {
        var option = new Option<int[]>(name)
        {
            Description = description,
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [10, 100, 1_000],
        };
        option.Validators.Add(result =>
        {
            foreach (var given in result.GetValueOrDefault<int[]>() ?? [])
            {
                if (given < 1 || given > most)
                    result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {given} is not between 1 and {most}."));
            }
        });
        return option;
    }
}
