using System.Text.Json.Serialization;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>How well one input of the ferry tracks the boats, in one scenario or in all; the names are those of the JSON.</summary>
internal sealed record FerryFigures
{
    /// <summary>Under which the scenarios together are reported.</summary>
    public const string AllScenarios = "all";

    public required string Input { get; init; }

    public required string Scenario { get; init; }

    /// <summary>Metres, mean over the scans.</summary>
    [JsonPropertyName("GOSPA")]
    public required double Gospa { get; init; }

    /// <summary>This and the other parts in m², mean over the scans: the squares of the errors, and half the squared cut-off for each missed or false one.</summary>
    public required double Localisation { get; init; }

    public required double Missed { get; init; }

    public required double False { get; init; }

    /// <summary>Scans that the tracker takes in a second.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>A row for each scenario, and one for all where there are several.</summary>
    public static IEnumerable<FerryFigures> Of(IReadOnlyList<FerryRun> runs)
    {
        foreach (var run in runs)
            yield return Of(run.Scenario, [run]);
        if (runs.Count > 1)
            yield return Of(AllScenarios, runs);
    }

    private static FerryFigures Of(string scenario, IReadOnlyList<FerryRun> runs)
    {
        var mean = GospaMean.Of([.. runs.SelectMany(run => run.Frames)]);
        return new()
        {
            Input = runs[0].Input.Name,
            Scenario = scenario,
            Gospa = mean.Value,
            Localisation = mean.Localisation,
            Missed = mean.Missed,
            False = mean.False,
            FramesPerSecond = runs.Sum(run => run.Taken) / runs.Sum(run => run.Elapsed.TotalSeconds),
        };
    }
}
