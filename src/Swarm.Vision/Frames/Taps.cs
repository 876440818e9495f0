namespace Swarm.Vision;

/// <summary>
/// From which pixels along one side each new pixel is made, and by which weight: a triangle as wide as two new pixels where the picture gets
/// smaller (so that nothing between is skipped), two old pixels where it gets larger (linear interpolation between centres).
/// </summary>
internal sealed class Taps
{
    private readonly int[] _first;
    private readonly float[] _weights;

    public Taps(int from, int to)
    {
        (From, To) = (from, to);
        var step = from / (double)to;
        var reach = Math.Max(1, step);
        Count = (int)Math.Ceiling(reach * 2) + 1;
        _first = new int[to];
        _weights = new float[to * Count];
        for (var i = 0; i < to; i++)
            Fill(i, ((i + 0.5) * step) - 0.5, reach);
    }

    public int From { get; }

    public int To { get; }

    /// <summary>Weights of one new pixel; those past the last pixel are 0.</summary>
    public int Count { get; }

    public int First(int pixel) => _first[pixel];

    /// <summary>Weights from <see cref="First"/> on, no further than the picture goes; their sum is 1.</summary>
    public ReadOnlySpan<float> Weights(int pixel) => _weights.AsSpan(pixel * Count, Math.Min(Count, From - _first[pixel]));

    private void Fill(int pixel, double centre, double reach)
    {
        var first = Math.Max(0, (int)Math.Floor(centre - reach) + 1);
        _first[pixel] = first;
        var weights = _weights.AsSpan(pixel * Count, Math.Min(Count, From - first));
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += Math.Max(0, 1 - (Math.Abs(first + i - centre) / reach));
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (float)(Math.Max(0, 1 - (Math.Abs(first + i - centre) / reach)) / sum);
    }
}
