using System.Text.Json;

namespace Swarm.Evaluation;

/// <summary>How often tracks of V2V4Real are true by their existence, as fitted to one split. <c>swarm fit v2v4real --existence</c> makes it.</summary>
/// <param name="Inputs">For each input by itself: where a second car might have seen what one does not, the same existence means less.</param>
public sealed record V2V4RealExistence(FitOrigin Origin, IReadOnlyDictionary<string, FittedExistence> Inputs)
{
    /// <summary>Metres between the centres of what counts as the same car.</summary>
    public const double SameCar = 2;

    private const string Resource = "Swarm.Evaluation.V2V4Real.existence.json";

    // Read when it is asked for: a new fit must not need the old one.
    private static readonly Lazy<V2V4RealExistence> _checkedIn = new(Read);

    /// <summary>Fitted to <c>train</c>, with the detectors that are checked in; checked in beside this file.</summary>
    public static V2V4RealExistence CheckedIn => _checkedIn.Value;

    /// <exception cref="DataException">There is too little to fit to.</exception>
    public static V2V4RealExistence Fit(string split, IReadOnlyList<Recording> recordings, CancellationToken cancellationToken = default)
    {
        var inputs = new Dictionary<string, FittedExistence>();
        foreach (var name in V2V4RealInputs.Names)
        {
            var input = V2V4RealInputs.Of(name, recordings, calibration: null);
            var scored = input.Classes[0];
            inputs[name] = FittedExistence.Of(
                [.. Reliability.Judge(scored.Truth, TrackerRun.Of(input, cancellationToken).BoxesOf(scored), SameCar)]);
        }

        return new(
            new("V2V4Real", split, [.. recordings.Select(recording => recording.Sequence)], recordings.Sum(recording => recording.Frames.Count)), inputs);
    }

    public string ToJson() => JsonSerializer.Serialize(this, FitJson.Default.V2V4RealExistence) + "\n";

    private static V2V4RealExistence Read()
    {
        using var stream = typeof(V2V4RealExistence).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the assembly lacks its resource {Resource}");
        return JsonSerializer.Deserialize(stream, FitJson.Default.V2V4RealExistence)
            ?? throw new InvalidOperationException($"the resource {Resource} holds nothing");
    }
}
