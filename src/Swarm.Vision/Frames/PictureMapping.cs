namespace Swarm.Vision;

/// <summary>Where a frame lies in the square picture that a model takes: its top left corner in that of the picture.</summary>
/// <param name="Width">Of the frame, in pixels of the picture.</param>
/// <param name="Height">Likewise.</param>
internal readonly record struct PictureMapping(int Width, int Height, double FrameWidth, double FrameHeight)
{
    public static PictureMapping Of(Frame frame, int size, PictureFit fit)
    {
        if (fit == PictureFit.Stretch)
            return new(size, size, frame.Width, frame.Height);
        var longer = Math.Max(frame.Width, frame.Height);
        return new(Shorten(frame.Width), Shorten(frame.Height), frame.Width, frame.Height);

        int Shorten(int side) => Math.Max(1, (int)Math.Round(side * (double)size / longer));
    }

    /// <summary>Takes a box in the picture to the frame, and cuts off what is outside it.</summary>
    public ImageBox ToFrame(ImageBox box)
    {
        var (byX, byY) = (FrameWidth / Width, FrameHeight / Height);
        return new(
            Math.Clamp(box.Left * byX, 0, FrameWidth),
            Math.Clamp(box.Top * byY, 0, FrameHeight),
            Math.Clamp(box.Right * byX, 0, FrameWidth),
            Math.Clamp(box.Bottom * byY, 0, FrameHeight));
    }
}
