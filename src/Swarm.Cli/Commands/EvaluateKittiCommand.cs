using System.CommandLine;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary><c>swarm evaluate kitti</c>.</summary>
internal static class EvaluateKittiCommand
{
    private const string Description =
        """
        Tracks what one car detects (KITTI's tracking set, PointRCNN's cars, pedestrians and cyclists in one run) and scores each class
        against its labels. The car's poses carry what it sees into a fixed site frame, and the tracks back before its camera.

        Scored as AB3DMOT does, at a 3D overlap of at least 0.25 and of 0.5. First with every box without a pair as a false positive, in
        areas that nobody labelled too; then as published, where boxes at most 25 pixels high in the image or mostly in such an area are
        forgiven. MOTA and what follows it are at the threshold with the largest MOTA.
        """;

    private static readonly double[] MinOverlaps = [0.25, 0.5];

    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "The folder with seqmap.txt, label_02, calib, oxts and the detections." };
        var options = new EvaluateOptions();
        var command = new Command("kitti", Description) { directory };
        foreach (var option in options.All)
            command.Add(option);

        command.SetAction((result, cancellationToken) => EvaluateCommand.RunAsync(result, options, (choice, screen) =>
        {
            var path = result.GetRequiredValue(directory);
            var recording = KittiDirectory.Open(path);
            var sequences = (choice.Sequences ?? [.. recording.Sequences]).Distinct().ToList();
            var input = KittiInputs.Of([.. sequences.Select(recording.Load)]);
            var figures = new TrackingEvaluation(choice, MinOverlaps, screen).Evaluate([input], cancellationToken);
            return (figures, PeerScores.OfKitti(path, sequences, MinOverlaps, choice.Scoring.PublishedRounding));
        }, cancellationToken));
        return command;
    }
}
