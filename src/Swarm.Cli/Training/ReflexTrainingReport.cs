using Swarm.Inference;
using Swarm.Simulation;

namespace Swarm.Cli;

/// <summary>What a net was taught with and how it answers.</summary>
/// <param name="Loss">Mean pinball loss of the last epoch, as a share of full speed.</param>
/// <param name="Scores">On encounters that it was not taught with.</param>
/// <param name="Drives">Through others again, to the end.</param>
internal sealed record ReflexTrainingReport(
    ulong Seed, int Encounters, int Epochs, double Quantile, double Loss, int Tests, IReadOnlyList<ReflexScore> Scores, IReadOnlyList<ReflexDrives> Drives)
{
    /// <summary>As they are kept in the file.</summary>
    public IEnumerable<KeyValuePair<string, string>> Figures
    {
        get
        {
            yield return Of("seed", Seed);
            yield return Of("encounters", Encounters);
            yield return Of("epochs", Epochs);
            yield return Of("quantile", Quantile);
            yield return Of("loss", Math.Round(Loss, 6));
            yield return Of("testEncounters", Tests);
            foreach (var score in Scores)
            {
                yield return Of($"{Key(score.With)}.falseStops", Math.Round(score.FalseStops, 4));
                yield return Of($"{Key(score.With)}.missedStops", Math.Round(score.MissedStops, 4));
                yield return Of($"{Key(score.With)}.tooFast", Math.Round(score.TooFast, 4));
                yield return Of($"{Key(score.With)}.allowed", Math.Round(score.Allowed, 4));
            }

            foreach (var drives in Drives)
            {
                yield return Of($"{Key(drives.With)}.drivesTouched", Math.Round(drives.Touched, 4));
                yield return Of($"{Key(drives.With)}.metres", Math.Round(drives.Metres, 3));
            }
        }
    }

    private static KeyValuePair<string, string> Of<T>(string name, T value)
        where T : IFormattable => new(name, value.ToString(null, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The first word: "net", "limit", "both", "neither".</summary>
    private static string Key(string with) => with.Split(' ')[0];
}
