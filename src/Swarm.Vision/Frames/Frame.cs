namespace Swarm.Vision;

/// <summary>A decoded picture.</summary>
/// <param name="Pixels">Row by row from the top, four bytes a pixel: red, green, blue, and one that is not looked at.</param>
public sealed record Frame(int Width, int Height, ReadOnlyMemory<byte> Pixels)
{
    public const int BytesPerPixel = 4;

    public int RowBytes => Width * BytesPerPixel;

    /// <exception cref="ArgumentException">There are not <see cref="BytesPerPixel"/> bytes for each pixel.</exception>
    public static Frame Of(int width, int height, ReadOnlyMemory<byte> pixels) =>
        width > 0 && height > 0 && pixels.Length == (long)width * height * BytesPerPixel
            ? new Frame(width, height, pixels)
            : throw new ArgumentException($"{pixels.Length} bytes are no {width} × {height} pixels of {BytesPerPixel} bytes", nameof(pixels));
}
