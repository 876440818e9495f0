namespace Swarm.Inference;

/// <summary>How a part of the reflex answers examples whose right answer is known.</summary>
/// <param name="With">Which part.</param>
/// <param name="FalseStops">Share of the examples in which half of full speed or more was right, but it bids to stop.</param>
/// <param name="MissedStops">Share of the examples in which stopping was right, but it allows to go on.</param>
/// <param name="Allowed">Of what was right, the share that it allows on average where it does not allow too much.</param>
/// <param name="TooFast">Share of the examples in which it allows a tenth of full speed more than was right.</param>
public sealed record ReflexScore(string With, double FalseStops, double MissedStops, double Allowed, double TooFast)
{
    /// <summary>As the reflex has it: less than this share of full speed is a stop.</summary>
    private const double Standing = Reflex.LeastShare;

    /// <summary>The net alone, the limit alone, and both.</summary>
    public static IReadOnlyList<ReflexScore> Of(ReflexNet net, IReadOnlyList<ReflexExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var answers = examples.AsParallel().AsOrdered().Select(example =>
        {
            var verdict = new Reflex(example.Profile, net).Step(example.Input);
            var full = example.Profile.MaxSpeed;
            return (example.Share, Net: verdict.Asked / full, Limit: verdict.Limit / full, Both: verdict.Speed / full);
        }).ToList();
        return
        [
            Score("net alone", [.. answers.Select(answer => (answer.Share, answer.Net))]),
            Score("limit alone", [.. answers.Select(answer => (answer.Share, answer.Limit))]),
            Score("both", [.. answers.Select(answer => (answer.Share, answer.Both))]),
        ];
    }

    private static ReflexScore Score(string with, IReadOnlyList<(double Right, double Given)> answers)
    {
        var (free, stop) = (answers.Where(answer => answer.Right >= 0.5).ToList(), answers.Where(answer => answer.Right == 0).ToList());
        return new(
            with,
            Share(free, answer => answer.Given < Standing),
            Share(stop, answer => answer.Given >= Standing),
            answers.Where(answer => answer.Right > 0).Average(answer => Math.Min(1, answer.Given / answer.Right)),
            Share(answers, answer => answer.Given > answer.Right + 0.1));
    }

    private static double Share(IReadOnlyList<(double Right, double Given)> of, Func<(double Right, double Given), bool> those) =>
        of.Count == 0 ? 0 : (double)of.Count(those) / of.Count;
}
