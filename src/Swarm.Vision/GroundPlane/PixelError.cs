namespace Swarm.Vision;

/// <summary>
/// How far the lower edge and the middle of a box are from where the object stands, as a standard deviation in pixels of the frame:
/// <paramref name="Least"/>, or <paramref name="Share"/> of the box's height (of its width, to the sides), whichever is more.
/// The defaults are what 256 pixels a side show against 768 (docs/detector.md).
/// </summary>
public sealed record PixelError(double Least = 3, double Share = 0.06)
{
    public double Of(double side) => Math.Max(Least, Share * side);
}
