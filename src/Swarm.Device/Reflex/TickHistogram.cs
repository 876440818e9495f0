namespace Swarm.Device;

/// <summary>
/// How long things took: counts in steps of 0.25 µs up to 4 ms, and in powers of two beyond. Written by one thread without allocating; may be read by others
/// meanwhile, who then get a moment of it.
/// </summary>
public sealed class TickHistogram
{
    private const int StepNanoseconds = 250;
    private const int Steps = 16_384;
    private const int Powers = 40;

    private readonly long[] _counts = new long[Steps + Powers];
    private long _count;
    private long _max;

    public long Count => Volatile.Read(ref _count);

    /// <summary>Microseconds.</summary>
    public double Max => Volatile.Read(ref _max) / 1e3;

    /// <param name="nanoseconds">Below 0 counts as 0.</param>
    public void Note(long nanoseconds)
    {
        nanoseconds = Math.Max(0, nanoseconds);
        var step = nanoseconds / StepNanoseconds;
        var index = step < Steps ? (int)step : Steps + Math.Min(Powers - 1, System.Numerics.BitOperations.Log2((ulong)(step / Steps)));
        _counts[index]++;
        _max = Math.Max(_max, nanoseconds);
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>The time that a share of all took at most, microseconds, rounded up to the step; not a number where there are none.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share)
    {
        var count = Count;
        if (count == 0)
            return double.NaN;
        var rank = Math.Max(1, (long)Math.Ceiling(share * count));
        for (var i = 0; i < Steps; i++)
        {
            rank -= _counts[i];
            if (rank <= 0)
                return Math.Min(Max, (i + 1) * StepNanoseconds / 1e3);
        }

        for (var power = 0; power < Powers; power++)
        {
            rank -= _counts[Steps + power];
            if (rank <= 0)
                return Math.Min(Max, Math.ScaleB((double)Steps * StepNanoseconds / 1e3, power + 1));
        }

        return Max;
    }

    /// <summary>Forgets all. The writer's.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        (_count, _max) = (0, 0);
    }
}
