namespace Swarm.Vision;

/// <summary>Where a frame lies in the picture that a model is given: its top left corner in that of the picture.</summary>
/// <param name="Width">Of the frame, in pixels of the picture.</param>
/// <param name="Height">Likewise.</param>
internal readonly record struct PictureMapping(int Width, int Height, int FrameWidth, int FrameHeight)
{
    /// <param name="size">The longer side of the picture.</param>
    public static PictureMapping Of(int frameWidth, int frameHeight, int size, PictureFit fit)
    {
        if (fit == PictureFit.Stretch)
            return new(size, size, frameWidth, frameHeight);
        var longer = Math.Max(frameWidth, frameHeight);
        return new(Shorten(frameWidth), Shorten(frameHeight), frameWidth, frameHeight);

        int Shorten(int side) => Math.Max(1, (int)Math.Round(side * (double)size / longer));
    }

    /// <summary>Takes a box in the picture to the frame, and cuts off what is outside it.</summary>
    public ImageBox ToFrame(ImageBox box)
    {
        var (byX, byY) = (FrameWidth / (double)Width, FrameHeight / (double)Height);
        return new(
            Math.Clamp(box.Left * byX, 0, FrameWidth),
            Math.Clamp(box.Top * byY, 0, FrameHeight),
            Math.Clamp(box.Right * byX, 0, FrameWidth),
            Math.Clamp(box.Bottom * byY, 0, FrameHeight));
    }
}
