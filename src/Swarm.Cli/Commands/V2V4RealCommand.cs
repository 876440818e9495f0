using System.CommandLine;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary><c>swarm replay v2v4real</c>.</summary>
internal static class V2V4RealCommand
{
    private const string Description =
        """
        Plays what two real cars detected (V2V4Real, LiDAR at 10 Hz) as two devices, and prints what sharing gave the first one.

        The first car's moving frame is the site frame: both devices send the identity pose and no looked-at region. An object is a
        label id; the first car's own label is left out. A detection, or a track or hazard that the first car is told of, is an object
        when their centres in the plane are the nearest pair within 2 m (each taken once), at the time that the message is for. A
        lead runs from the arrival of the first message that tells of an object to the first car's own first detection of it, over
        the objects that the second car detected first. What matches no label is counted as false.
        """;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the recording, with val/ and train/ in it, or one of these." };
        var sequences = new Option<string[]>("--sequence")
        {
            Description = "A sequence such as 0003; may be given again, and 'all' plays every one.",
            HelpName = "NNNN",
            Required = true,
        };
        var split = new Option<string>("--split") { Description = "Which part of the recording.", DefaultValueFactory = _ => "val" };
        split.AcceptOnlyFromAmong("val", "train");
        var score = new Option<double>("--min-score")
        {
            Description = "Leave detections of both cars out that are less sure; those of the files begin at 0.2.",
            DefaultValueFactory = _ => 0,
        };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var site = new SiteOptions();
        var command = new Command("v2v4real", Description) { directory, sequences, split, score, json };
        foreach (var option in site.All)
            command.Add(option);

        command.SetAction(async (result, cancellationToken) =>
        {
            var choice = site.Read(result);
            var recordings = Load(
                V2V4RealDirectory.Open(result.GetRequiredValue(directory), result.GetRequiredValue(split)),
                result.GetRequiredValue(sequences),
                result.GetValue(score));
            var screen = new Screen(result.InvocationConfiguration);
            var results = await new V2V4RealReplay(choice, screen).PlayAsync(recordings, cancellationToken);
            if (result.GetValue(json))
                screen.WriteJson(new SharingReport(result.GetValue(score), results), ReportJson.Default.SharingReport);
            else
                screen.Write(SharingTable.Of(results));
            return ExitCode.Success;
        });
        return command;
    }

    private static List<Recording> Load(V2V4RealDirectory directory, string[] sequences, double minScore) =>
        [
            .. (sequences.Contains("all") ? directory.Sequences : sequences.Distinct())
                .Select(sequence => directory.Load(sequence).WithScoresFrom(minScore)),
        ];
}
