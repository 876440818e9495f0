using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Swarm.Vision;

/// <summary>
/// Scales frames into the input of a model. Rows first, whole rows at a time, then columns, a pixel at a time; buffers are kept from
/// frame to frame. Not for two threads at once.
/// </summary>
/// <param name="size">The longer side of the picture.</param>
internal sealed class FrameScaler(InputSpec input, int size, PictureSize picture)
{
    /// <summary>What is beside the frame in a letterbox.</summary>
    private const float Grey = 114;

    private readonly Vector128<float> _gain = Vector128.Create([.. Enumerable.Range(0, 3).Select(channel => input.Scale / Deviation(input, channel)), 0f]);
    private readonly Vector128<float> _bias = Vector128.Create(
        [.. Enumerable.Range(0, 3).Select(channel => -(input.Mean?[channel] ?? 0) / Deviation(input, channel)), 0f]);

    private Taps? _columns;
    private Taps? _rows;
    private float[] _row = [];
    private PictureMapping _mapping;

    /// <param name="target">3 numbers for each pixel of the picture, in the layout of the model.</param>
    public PictureMapping Scale(Frame frame, Span<float> target)
    {
        var mapping = PictureMapping.Of(frame.Width, frame.Height, size, input.Fit);
        if (mapping != _mapping || _rows is null || _columns is null)
        {
            (_columns, _rows) = (new Taps(frame.Width, mapping.Width), new Taps(frame.Height, mapping.Height));
            _row = new float[frame.RowBytes];
            _mapping = mapping;
            FillBeside(mapping, target);
        }

        for (var y = 0; y < mapping.Height; y++)
        {
            MixRows(frame, _rows, y, _row);
            for (var x = 0; x < mapping.Width; x++)
                Put(target, x, y, MixColumns(_row, _columns, x));
        }

        return mapping;
    }

    private static void MixRows(Frame frame, Taps rows, int y, float[] row)
    {
        var target = MemoryMarshal.Cast<float, Vector128<float>>(row.AsSpan());
        var weights = rows.Weights(y);
        for (var tap = 0; tap < weights.Length; tap++)
        {
            if (weights[tap] == 0 && tap > 0)
                continue;
            var weight = Vector128.Create(weights[tap]);
            var source = MemoryMarshal.Cast<byte, uint>(frame.Pixels.Span.Slice((rows.First(y) + tap) * frame.RowBytes, frame.RowBytes));
            for (var x = 0; x < source.Length; x++)
            {
                var (pair, _) = Vector128.Widen(Vector128.CreateScalarUnsafe(source[x]).AsByte());
                var (pixel, _) = Vector128.Widen(pair);
                var part = Vector128.ConvertToSingle(pixel.AsInt32()) * weight;
                target[x] = tap == 0 ? part : target[x] + part;
            }
        }
    }

    private static Vector128<float> MixColumns(float[] row, Taps columns, int x)
    {
        var source = MemoryMarshal.Cast<float, Vector128<float>>(row.AsSpan())[columns.First(x)..];
        var weights = columns.Weights(x);
        var pixel = source[0] * weights[0];
        for (var tap = 1; tap < weights.Length; tap++)
            pixel += source[tap] * weights[tap];
        return pixel;
    }

    private void Put(Span<float> target, int x, int y, Vector128<float> pixel)
    {
        if (input.Colours == ColourOrder.Bgr)
            pixel = Vector128.Shuffle(pixel, Vector128.Create(2, 1, 0, 3));
        pixel = (pixel * _gain) + _bias;
        var at = (y * picture.Width) + x;
        var (first, step) = input.Layout == PixelLayout.Nchw ? (at, picture.Pixels) : (at * 3, 1);
        target[first] = pixel[0];
        target[first + step] = pixel[1];
        target[first + step + step] = pixel[2];
    }

    private void FillBeside(PictureMapping mapping, Span<float> target)
    {
        var grey = Vector128.Create(Grey);
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = y < mapping.Height ? mapping.Width : 0; x < picture.Width; x++)
                Put(target, x, y, grey);
        }
    }

    private static float Deviation(InputSpec input, int channel) => input.Deviation?[channel] ?? 1;
}
