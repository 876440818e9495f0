using System.CommandLine;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary><c>swarm evaluate v2v4real</c>.</summary>
internal static class EvaluateV2V4RealCommand
{
    private const string Description =
        """
        Tracks what two real cars detected (V2V4Real) and scores it against the labels: what the first car detects (ego), what the second
        does (cav1), and both as two devices (both), in the moving frame of the first car.

        Scored as AB3DMOT does: 3D overlap of at least 0.25, averages over 40 recalls, thresholds on the mean score of a track. First with
        every box without a pair as a false positive; then as published, where boxes at most 25 pixels high in the image are forgiven:
        these tracks have no image box, so nearly all are. MOTA and what follows it are at the threshold with the largest MOTA.

        With --reliability: of the boxes with a score between 0.6 and 0.7, and so on, how many are within 2 m of a label.
        """;

    /// <summary>As V2V4Real's own evaluation has it.</summary>
    private const double MinOverlap = 0.25;

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the recording, with val/ and train/ in it, or one of these." };
        var split = new Option<string>("--split") { Description = "Which part of the recording.", DefaultValueFactory = _ => "val" };
        split.AcceptOnlyFromAmong("val", "train");
        var reliability = new Option<bool>("--reliability") { Description = "Print, before the scores, how often tracks are true by their existence." };
        var options = new EvaluateOptions();
        var command = new Command("v2v4real", Description) { directory, split, reliability };
        foreach (var option in options.All)
            command.Add(option);

        command.SetAction((result, cancellationToken) => EvaluateCommand.RunAsync(result, options, (choice, screen) =>
        {
            var path = result.GetRequiredValue(directory);
            var recording = V2V4RealDirectory.Open(path, result.GetRequiredValue(split));
            var sequences = (choice.Sequences ?? [.. recording.Sequences]).Distinct().ToList();
            List<Recording> recordings = [.. sequences.Select(recording.Load)];
            List<TrackingInput> inputs = [.. V2V4RealInputs.Names.Select(name => V2V4RealInputs.Of(name, recordings))];
            if (result.GetValue(reliability))
                WriteReliability(choice, inputs, screen, cancellationToken);
            var figures = new TrackingEvaluation(choice, [MinOverlap], screen).Evaluate(inputs, cancellationToken);
            return (figures, PeerScores.OfV2V4Real(path, sequences, choice.Scoring.PublishedRounding));
        }, cancellationToken));
        return command;
    }

    private static void WriteReliability(
        EvaluateChoice choice, IReadOnlyList<TrackingInput> inputs, Screen screen, CancellationToken cancellationToken)
    {
        if (choice is { Json: true } or { FromTracks: not null })
            throw new UsageException("--reliability goes neither with --json nor with --from-tracks");
        foreach (var input in inputs)
        {
            var scored = input.Classes[0];
            var boxes = TrackerRun.Of(input, cancellationToken).BoxesOf(scored);
            screen.Write(ReliabilityTable.Of(input.Name, Reliability.Of(scored.Truth, boxes, V2V4RealExistence.SameCar)));
        }
    }
}
