using System.CommandLine;
using System.Globalization;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary><c>swarm evaluate mrclam</c>.</summary>
internal static class EvaluateMrClamCommand
{
    private const string Description =
        """
        Localises five real robots that see landmarks and each other (MR.CLAM), of which only some know the map, and scores where they
        believe to be against the motion capture: by odometry alone, each alone, together with what others tell taken for independent, and
        together by split covariance intersection.

        The first part of the recording calibrates; the rest is scored, once a second, in the frame of the map without any alignment. NEES is
        the squared error by the covariance that the robot claims, over (x, y, yaw) and over (x, y): 3 and 2 on average where the claim is
        right, with the 95 % band of that average. Time in band: of the average over the robots at one instant.
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of one set, such as MRCLAM_Dataset6." };
        var mapped = new Option<string>("--mapped")
        {
            Description = "The robots that know the map, by commas.",
            HelpName = "1,2",
            DefaultValueFactory = _ => "1,2",
        };
        var allPairs = new Option<bool>("--all-pairs") { Description = "Let every two robots know the map in turn." };
        var start = new Option<string>("--start")
        {
            Description = "Whether the robots know where they are to begin with, within 0.05 m and 0.05 rad, or have to find out (odometry alone always knows).",
            DefaultValueFactory = _ => "known",
        };
        start.AcceptOnlyFromAmong("known", "unknown");
        var calibration = new Option<double>("--calibration")
        {
            Description = "Seconds from the beginning in which the motion capture is there to calibrate with.",
            DefaultValueFactory = _ => 120,
        };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("mrclam", Description) { directory, mapped, allPairs, start, calibration, json };
        command.SetAction((result, cancellationToken) => Task.Run(
            () =>
            {
                var options = new MrClamOptions
                {
                    KnownStart = result.GetRequiredValue(start) == "known",
                    Calibration = result.GetRequiredValue(calibration),
                };
                var screen = new Screen(result.InvocationConfiguration);
                var recording = MrClamReader.Read(result.GetRequiredValue(directory));
                var choices = result.GetValue(allPairs) ? Pairs(recording) : [Subjects(result.GetRequiredValue(mapped))];
                List<LocalisationFigures> figures = [];
                foreach (var choice in choices)
                {
                    screen.Say($"localising with the map known to {string.Join(" and ", choice)}");
                    figures.AddRange(LocalisationFigures.Of(Run(recording, options with { Mapped = choice }, cancellationToken), options.KnownStart));
                }

                if (result.GetValue(json))
                    screen.WriteJson([.. figures], ReportJson.Default.LocalisationFiguresArray);
                else
                    screen.Write(LocalisationTable.Of(figures));
                return ExitCode.Success;
            },
            cancellationToken));
        return command;
    }

    private static MrClamResult Run(MrClamRecording recording, MrClamOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return MrClamEvaluation.Run(recording, options, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    private static List<int[]> Pairs(MrClamRecording recording) =>
    [
        .. from one in recording.Robots
           from other in recording.Robots
           where one.Subject < other.Subject
           select new[] { one.Subject, other.Subject },
    ];

    private static int[] Subjects(string text)
    {
        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var subjects = words.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var subject) ? subject : 0).ToArray();
        return subjects.Length > 0 && !subjects.Contains(0)
            ? [.. subjects.Distinct()]
            : throw new UsageException($"--mapped {text}: robots by commas expected, such as 1,2");
    }
}
