namespace Swarm.Vision;

/// <summary>Boxes of one input size beside those of the largest.</summary>
/// <param name="Found">Boxes of this size.</param>
/// <param name="Matched">Boxes of the largest size that this size has too.</param>
/// <param name="Wanted">Boxes of the largest size.</param>
public sealed record RungCount(int Found, int Matched, int Wanted)
{
    /// <summary>The share of the largest size's boxes that this size has; null where there are none.</summary>
    public double? Recall => Wanted == 0 ? null : Matched / (double)Wanted;

    /// <summary>The share of this size's boxes that the largest size has; null where there are none.</summary>
    public double? Precision => Found == 0 ? null : Matched / (double)Found;
}
