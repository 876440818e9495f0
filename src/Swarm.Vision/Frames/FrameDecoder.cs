using System.Diagnostics.CodeAnalysis;
using SkiaSharp;

namespace Swarm.Vision;

/// <summary>Decodes JPEG pictures that strangers sent: no bytes make it throw, and none make it reserve more memory than the limits say.</summary>
public static class FrameDecoder
{
    /// <summary>A JPEG file begins with the markers SOI and the first byte of another (ITU-T T.81, B.1.1.3).</summary>
    private static ReadOnlySpan<byte> Start => [0xFF, 0xD8, 0xFF];

    /// <param name="refusal">Why not, where the answer is false.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> jpeg, [NotNullWhen(true)] out Frame? frame, out FrameRefusal refusal, FrameLimits? limits = null)
    {
        (frame, refusal) = Decode(jpeg, limits ?? FrameLimits.Default);
        return frame is not null;
    }

    private static unsafe (Frame? Frame, FrameRefusal Refusal) Decode(ReadOnlySpan<byte> jpeg, FrameLimits limits)
    {
        if (!jpeg.StartsWith(Start))
            return (null, FrameRefusal.NotJpeg);
        if (jpeg.Length > limits.Bytes)
            return (null, FrameRefusal.TooManyBytes);

        fixed (byte* bytes = jpeg)
        {
            using var data = SKData.Create((nint)bytes, jpeg.Length);
            using var codec = SKCodec.Create(data);
            if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg, Info: { Width: > 0, Height: > 0 } })
                return (null, FrameRefusal.NotJpeg);
            var (width, height) = (codec.Info.Width, codec.Info.Height);
            if ((long)width * height > limits.Pixels || width > limits.Side || height > limits.Side)
                return (null, FrameRefusal.TooManyPixels);

            var pixels = GC.AllocateUninitializedArray<byte>(width * height * Frame.BytesPerPixel);
            fixed (byte* target = pixels)
            {
                var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
                return codec.GetPixels(info, (nint)target) switch
                {
                    SKCodecResult.Success => (Frame.Of(width, height, pixels), FrameRefusal.None),
                    SKCodecResult.IncompleteInput => (null, FrameRefusal.Truncated),
                    _ => (null, FrameRefusal.Damaged),
                };
            }
        }
    }
}
