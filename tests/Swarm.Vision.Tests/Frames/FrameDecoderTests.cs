using System.Buffers.Binary;
using CsCheck;
using SkiaSharp;

namespace Swarm.Vision.Tests;

public sealed class FrameDecoderTests
{
    [Fact]
    public void TryDecode_Jpeg_GivesItsPixelsInOrder()
    {
        var jpeg = Jpeg(32, 16, (x, _) => x < 16 ? new SKColor(250, 10, 20) : new SKColor(10, 20, 250));

        Assert.True(FrameDecoder.TryDecode(jpeg, out var frame, out var refusal));

        Assert.Equal((32, 16, FrameRefusal.None), (frame.Width, frame.Height, refusal));
        Assert.Equal([250.0, 10, 20], Pixel(frame, 4, 8), Close);
        Assert.Equal([10.0, 20, 250], Pixel(frame, 28, 8), Close);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a, and more of it")]
    [InlineData("{}")]
    public void TryDecode_SomethingElse_IsNoJpeg(string content) => Refused(System.Text.Encoding.ASCII.GetBytes(content), FrameRefusal.NotJpeg);

    [Fact]
    public void TryDecode_Png_IsNoJpeg()
    {
        using var bitmap = new SKBitmap(8, 8);
        Refused(bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray(), FrameRefusal.NotJpeg);
    }

    [Fact]
    public void TryDecode_BeginsLikeAJpeg_IsNoJpeg() => Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 1, 2, 3], FrameRefusal.NotJpeg);

    [Fact]
    public void TryDecode_FortyMegapixelsInTheHeader_IsRefusedBeforeDecoding()
    {
        var jpeg = Jpeg(64, 64, (x, y) => new SKColor((byte)x, (byte)y, 0));
        Resize(jpeg, width: 8000, height: 5000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused(jpeg, FrameRefusal.TooManyPixels);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void TryDecode_LongSide_IsRefused()
    {
        var jpeg = Jpeg(64, 64, (x, y) => new SKColor((byte)x, (byte)y, 0));
        Resize(jpeg, width: 60_000, height: 8);

        Refused(jpeg, FrameRefusal.TooManyPixels);
    }

    [Fact]
    public void TryDecode_MoreBytesThanAllowed_IsRefused()
    {
        Assert.False(FrameDecoder.TryDecode(Jpeg(64, 64, (x, y) => new SKColor((byte)x, (byte)y, 0)), out _, out var refusal, new FrameLimits(Bytes: 100)));

        Assert.Equal(FrameRefusal.TooManyBytes, refusal);
    }

    [Fact]
    public void TryDecode_CutOffAnywhere_IsRefusedByName()
    {
        var random = new Random(1);
        var jpeg = Jpeg(64, 64, (_, _) => new SKColor((uint)random.Next() | 0xFF000000));

        Gen.Int[0, jpeg.Length - 40].Sample(length =>
        {
            Assert.False(FrameDecoder.TryDecode(jpeg.AsSpan(0, length), out var frame, out var refusal));
            Assert.Null(frame);
            Assert.Contains(refusal, new[] { FrameRefusal.NotJpeg, FrameRefusal.Truncated, FrameRefusal.Damaged });
        });
        Refused(jpeg[..(jpeg.Length / 2)], FrameRefusal.Truncated);
    }

    [Fact]
    public void TryDecode_AnyBytesChanged_NeverThrows()
    {
        var jpeg = Jpeg(32, 32, (x, y) => new SKColor((byte)(8 * x), (byte)(8 * y), 0));

        Gen.Select(Gen.Int[0, jpeg.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var changed = jpeg.ToArray();
            foreach (var (at, value) in changes)
                changed[at] = value;
            var decoded = FrameDecoder.TryDecode(changed, out var frame, out var refusal);
            Assert.Equal(decoded, frame is not null && refusal == FrameRefusal.None);
        });
    }

    private static void Refused(byte[] jpeg, FrameRefusal expected)
    {
        Assert.False(FrameDecoder.TryDecode(jpeg, out var frame, out var refusal));
        Assert.Null(frame);
        Assert.Equal(expected, refusal);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 8;

    private static double[] Pixel(Frame frame, int x, int y) =>
        [.. frame.Pixels.Span.Slice((y * frame.RowBytes) + (4 * x), 3).ToArray().Select(value => (double)value)];

    private static byte[] Jpeg(int width, int height, Func<int, int, SKColor> colour)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(x, y, colour(x, y));
        }

        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
    }

    /// <summary>Writes another size into the frame header (ITU-T T.81, B.2.2: marker SOF0, length, precision, lines, samples per line).</summary>
    private static void Resize(byte[] jpeg, ushort width, ushort height)
    {
        var header = jpeg.AsSpan()[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0])..];
        BinaryPrimitives.WriteUInt16BigEndian(header[5..], height);
        BinaryPrimitives.WriteUInt16BigEndian(header[7..], width);
    }
}
