namespace Swarm.Vision.Tests;

/// <summary>A picture that C# and JavaScript make alike: (3x + 5y + (x ⊕ y) · (channel + 1)) mod 256.</summary>
internal static class XorPicture
{
    public static Frame Of(int size)
    {
        var pixels = new byte[size * size * Frame.BytesPerPixel];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y, channel) = (i / 4 % size, i / 4 / size, i % 4);
            pixels[i] = (byte)((3 * x) + (5 * y) + ((x ^ y) * (channel + 1)));
        }

        return Frame.Of(size, size, pixels);
    }
}
