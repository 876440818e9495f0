using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary><see cref="Gospa"/> and its parts, averaged over frames.</summary>
/// <param name="Value">Metres.</param>
/// <param name="Localisation">This part and the others in metres to the power of the order; with an order of 1 they add up to the value.</param>
public readonly record struct GospaMean(double Value, double Localisation, double Missed, double False)
{
    public static GospaMean Of(IReadOnlyCollection<Gospa> frames) => frames.Count == 0
        ? default
        : new(
            frames.Average(frame => frame.Value),
            frames.Average(frame => frame.Localisation),
            frames.Average(frame => frame.MissedPart),
            frames.Average(frame => frame.FalsePart));

    /// <summary>Between the middles of the boxes in the plane.</summary>
    internal static GospaMean Of(IEnumerable<CountedFrame> frames, GospaOptions options)
    {
        var pairing = new FramePairing();
        return Of([.. frames.Select(frame => Gospa.Of(Places(frame.Truths), Places(frame.Boxes), options, pairing))]);
    }

    private static Point2[] Places(IEnumerable<UprightBox> boxes) => [.. boxes.Select(box => new Point2(box.X, box.Z))];
}
