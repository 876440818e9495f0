namespace Swarm.Vision;

/// <summary>
/// How far the lower edge and the middle of a box are from where the object stands, as a standard deviation in pixels of the frame:
/// <paramref name="Least"/>, or <paramref name="Share"/> of the box's height (of its width, to the sides), whichever is more.
/// </summary>
public sealed record PixelError(double Least = 2, double Share = 0.05)
{
    public double Of(double side) => Math.Max(Least, Share * side);
}
