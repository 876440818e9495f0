using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>
/// Generalised optimal sub-pattern assignment with α = 2 between what is there, X, and what was estimated, Y, at one instant
/// (Rahmathullah, García-Fernández and Svensson, FUSION 2017, arXiv:1601.05585, proposition 1): the least over all assignments γ of
/// (Σ d(x, y)ᵖ + cᵖ/2 · (|X| + |Y| − 2|γ|))^(1/p). Parts are in metres to the power of <see cref="GospaOptions.Order"/>.
/// </summary>
/// <param name="Localisation">Distances of the pairs, each to that power, summed.</param>
/// <param name="Missed">How many true positions have no estimate.</param>
/// <param name="False">How many estimates have no true position.</param>
public readonly record struct Gospa(double Localisation, int Missed, int False, GospaOptions Options)
{
    public double MissedPart => Missed * Options.Penalty;

    public double FalsePart => False * Options.Penalty;

    /// <summary>Metres.</summary>
    public double Value => Math.Pow(Localisation + MissedPart + FalsePart, 1 / Options.Order);

    public static Gospa Of(IReadOnlyList<Point2> truth, IReadOnlyList<Point2> estimates, GospaOptions options) =>
        Of(truth, estimates, options, new FramePairing());

    internal static Gospa Of(IReadOnlyList<Point2> truth, IReadOnlyList<Point2> estimates, GospaOptions options, FramePairing pairing)
    {
        // To pair two saves both penalties and costs their distance: what saves nothing stays alone.
        var whole = Math.Pow(options.Cutoff, options.Order);
        var saved = new List<Overlap>();
        for (var t = 0; t < truth.Count; t++)
        {
            for (var e = 0; e < estimates.Count; e++)
            {
                var distance = truth[t].DistanceTo(estimates[e]);
                if (distance < options.Cutoff)
                    saved.Add(new(t, e, whole - Math.Pow(distance, options.Order)));
            }
        }

        var (localisation, pairs) = (0.0, 0);
        var isPair = new bool[saved.Count];
        pairing.Pair([.. saved], truth.Count, estimates.Count, isPair);
        for (var i = 0; i < isPair.Length; i++)
        {
            if (!isPair[i])
                continue;
            localisation += whole - saved[i].Value;
            pairs++;
        }

        return new(localisation, truth.Count - pairs, estimates.Count - pairs, options);
    }
}
