using System.CommandLine;

namespace Swarm.Benchmarks.Reflex;

/// <summary><c>reflex</c>: whether the device's agent gives its verdicts in time, and what they cost.</summary>
internal static class ReflexCommand
{
    private static readonly bool[] WithAndWithout = [true, false];

    public static Command Create()
    {
        var seconds = new Option<double>("--seconds") { Description = "Of each run", DefaultValueFactory = _ => 300 };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 1 and <= 86_400))
                result.AddError("--seconds: 1 to 86400 expected");
        });
        var scenarios = new Option<ReflexScenario[]>("--scenarios")
        {
            Description = "Which of them",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => Enum.GetValues<ReflexScenario>(),
        };
        var agent = new Option<string?>("--agent") { Description = "The published program; without it, it is published first", HelpName = "FILE" };
        var kernel = new Option<bool>("--kernel") { Description = "Only what an answer costs" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new Command("reflex", "Runs the device's agent, compiled ahead of time, at 1 kHz in real time beside what may disturb it, with priority and without")
        {
            seconds, scenarios, agent, kernel, json,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var rows = new List<ReflexRow>();
            if (!result.GetValue(kernel))
            {
                using var program = result.GetValue(agent) is { } path ? AgentProgram.At(path) : await AgentProgram.PublishAsync(cancellationToken);
                foreach (var scenario in result.GetValue(scenarios)!)
                {
                    foreach (var priority in WithAndWithout)
                        rows.Add(await ReflexRun.MeasureAsync(program, scenario, priority, result.GetValue(seconds), cancellationToken));
                }
            }

            Print(rows, KernelMeasure.All(), result.GetValue(seconds), result.GetValue(json));
        });
        return command;
    }

    private static void Print(List<ReflexRow> rows, IReadOnlyList<KernelRow> kernel, double seconds, bool json)
    {
        if (json)
        {
            Report.Json("reflex", new { seconds, kernel }, rows);
            return;
        }

        if (rows.Count > 0)
        {
            Report.Table(
                rows,
                ("beside it", row => row.Scenario.ToString()),
                ("priority", row => row.Priority ? "yes" : "no"),
                ("ticks", row => Report.Number(row.Ticks)),
                ("without a verdict", row => Report.Number(row.DeadlineMisses)),
                ("late", row => Report.Number(row.Late)),
                ("µs p50", row => Report.Number(row.P50, 1)),
                ("p99", row => Report.Number(row.P99, 1)),
                ("p99.9", row => Report.Number(row.P999, 1)),
                ("p99.99", row => Report.Number(row.P9999, 1)),
                ("max", row => Report.Number(row.Max, 1)),
                ("B allocated", row => Report.Number(row.AllocatedBytes)),
                ("link", row => row.Link));
        }

        Report.Table(kernel, ("an answer", row => row.What), ("ns", row => Report.Number(row.Nanoseconds)), ("B", row => Report.Number(row.Bytes)));
    }
}
