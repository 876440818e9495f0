namespace Swarm.Vision;

/// <summary>The picture that a model is given, in pixels.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    public int Pixels => Width * Height;

    /// <summary>A square, or where the input says a multiple, no larger than the frame needs it.</summary>
    /// <param name="size">The longer side.</param>
    public static PictureSize Of(InputSpec input, int size, int frameWidth, int frameHeight)
    {
        if (input.Fit == PictureFit.Stretch || input.Multiple is not { } multiple)
            return new(size, size);
        var mapping = PictureMapping.Of(frameWidth, frameHeight, size, input.Fit);
        return new(Round(mapping.Width), Round(mapping.Height));

        int Round(int side) => Math.Min(size, (side + multiple - 1) / multiple * multiple);
    }

    public override string ToString() => $"{Width} × {Height}";
}
