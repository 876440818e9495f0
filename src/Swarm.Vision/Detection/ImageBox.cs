namespace Swarm.Vision;

/// <summary>A box in a picture, in pixels from its top left corner; right and bottom are where it ends.</summary>
public readonly record struct ImageBox(double Left, double Top, double Right, double Bottom)
{
    public double Width => Math.Max(0, Right - Left);

    public double Height => Math.Max(0, Bottom - Top);

    public double Area => Width * Height;

    /// <summary>Intersection over union: 1 for equal boxes, 0 for boxes apart and for boxes without an area.</summary>
    public double Overlap(ImageBox other)
    {
        var width = Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
        var height = Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);
        if (width <= 0 || height <= 0)
            return 0;
        var common = width * height;
        return common / (Area + other.Area - common);
    }
}
