namespace Swarm.Evaluation;

/// <summary>A box in an image, in pixels: x to the right, y down. All zeros where there is no image.</summary>
public readonly record struct ImageBox(double X1, double Y1, double X2, double Y2)
{
    public double Height => Math.Abs(Y2 - Y1);

    /// <summary>The share of this box, 0 to 1, that lies in <paramref name="area"/>.</summary>
    public double ShareIn(in ImageBox area)
    {
        var width = Math.Min(X2, area.X2) - Math.Max(X1, area.X1);
        var height = Math.Min(Y2, area.Y2) - Math.Max(Y1, area.Y1);
        return width > 0 && height > 0 ? width * height / ((X2 - X1) * (Y2 - Y1)) : 0;
    }
}
