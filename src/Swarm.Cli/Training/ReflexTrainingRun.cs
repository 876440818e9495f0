using System.Globalization;
using Swarm.Inference;
using Swarm.Simulation;

namespace Swarm.Cli;

/// <summary>Makes encounters, teaches a net with them, tries it with others, and says how far it is.</summary>
internal sealed class ReflexTrainingRun(ReflexTrainingOptions options, Screen screen)
{
    /// <summary>Encounters of tests and of drives are of other seeds than those of the training: these are added to its own.</summary>
    private const ulong TestSeeds = 1000;

    private const ulong DriveSeeds = 2000;

    public (byte[] Onnx, ReflexTrainingReport Report) Run(int encounters, int tests, CancellationToken cancellationToken)
    {
        screen.Say($"making {Figure.Of(encounters)} encounters");
        var examples = Make(options.Seed, encounters, cancellationToken);
        screen.Say($"teaching: {options.Epochs} epochs");
        var trainer = new ReflexTrainer(examples, options);
        var loss = double.NaN;
        trainer.Run(
            (epoch, mean) =>
            {
                loss = mean;
                if (epoch % 5 == 0 || epoch == options.Epochs)
                    screen.Say(string.Create(CultureInfo.InvariantCulture, $"  epoch {epoch}: loss {mean:0.00000}"));
            },
            cancellationToken);

        screen.Say($"trying it with {Figure.Of(tests)} other encounters");
        var net = ReflexNet.Load(trainer.ToOnnx([]));
        screen.Say(net.Check.Detail);
        var scores = ReflexScore.Of(net, Make(options.Seed + TestSeeds, tests, cancellationToken));
        var drives = ReflexExamples.Drive(options.Seed + DriveSeeds, tests, net, cancellationToken);
        var report = new ReflexTrainingReport(options.Seed, encounters, options.Epochs, options.Quantile, loss, tests, scores, drives);
        return (trainer.ToOnnx(report.Figures), report);
    }

    private ReflexExample[] Make(ulong seed, int count, CancellationToken cancellationToken) => ReflexExamples.Make(
        seed,
        count,
        made =>
        {
            if (made % 50_000 == 0)
                screen.Say($"  {Figure.Of(made)}");
        },
        cancellationToken);
}
