using System.CommandLine;
using Swarm.Perception;

namespace Swarm.Benchmarks.Street;

/// <summary><c>street</c>: which motion and which association track the simulated street best.</summary>
internal static class StreetCommand
{
    public static Command Create()
    {
        var seconds = new Option<double>("--seconds") { Description = "Of the simulated town", DefaultValueFactory = _ => 300 };
        var seed = new Option<ulong>("--seed") { Description = "Of the simulated town", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("street", "Holds the tracks of the simulated town against the truth, with every motion and association, in memory")
        {
            seconds, seed, json,
        };
        command.SetAction(result =>
        {
            List<StreetRow> rows =
            [
                .. from association in Enum.GetValues<AssociationKind>()
                   from motion in Enum.GetValues<MotionKind>()
                   select StreetRun.Measure(motion, association, result.GetValue(seed), result.GetValue(seconds)),
            ];
            if (result.GetValue(json))
                Report.Json("street", new { }, rows);
            else
                Print(rows);
        });
        return command;
    }

    private static void Print(List<StreetRow> rows) => Report.Table(
        rows,
        ("motion", row => row.Motion.ToString()),
        ("association", row => row.Association.ToString()),
        ("samples", row => Report.Number(row.Samples)),
        ("place m", row => Report.Number(row.Place, 3)),
        ("velocity m/s", row => Report.Number(row.Velocity, 3)),
        ("a second ahead m", row => Report.Number(row.Ahead, 3)),
        ("unseen", row => Report.Number(row.UnseenSamples)),
        ("unseen place m", row => Report.Number(row.Unseen, 3)),
        ("names changed", row => Report.Number(row.Swaps)));
}
