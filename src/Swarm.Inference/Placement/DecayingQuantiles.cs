namespace Swarm.Inference;

/// <summary>
/// Quantiles of durations that follow change, in fixed space: a histogram whose buckets are an eighth of an octave wide (a value is known to
/// 12.5 % of itself, rounded up), from 8 µs to 134 s, and whose old observations fade by half every <c>halfLife</c> observations (forward
/// decay: Cormode, Shkapenyuk, Srivastava and Xu 2009, section III).
/// </summary>
/// <remarks>
/// Why not P² (Jain and Chlamtac 1985): its five markers weigh all that was ever seen alike, so after n observations a changed link needs about as many
/// new ones to be believed; it gives one quantile, where placement also asks for the share that arrives within a limit; and it
/// has no place for an answer that never came, which here is an observation like any other, longer than all.
/// Adding costs a sum over the buckets, asking is a look-up. Not thread-safe.
/// </remarks>
public sealed class DecayingQuantiles
{
    private const int Octave = 8;
    private const int LeastExponent = 3;
    private const int Octaves = 24;
    private const int Lost = (Octaves * Octave) + 1;
    private const double Rescale = 1e12;

    private readonly double _growth;
    private readonly double[] _weights = new double[Lost + 1];
    private readonly double[] _upTo = new double[Lost + 1];
    private double _next = 1;

    /// <param name="halfLife">Observations after which one counts half.</param>
    public DecayingQuantiles(double halfLife = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(halfLife, 1);
        _growth = Math.Pow(2, 1 / halfLife);
    }

    /// <summary>Observations that still count, the newest as one.</summary>
    public double Count => _upTo[Lost] * _growth / _next;

    public void Add(TimeSpan value) => AddTo(Math.Min(BucketOf(value), Lost - 1));

    /// <summary>Takes note of an answer that never came: longer than any that did.</summary>
    public void AddLost() => AddTo(Lost);

    /// <summary>The duration that the share <paramref name="q"/> does not exceed; null before the first observation.</summary>
    /// <returns><see cref="TimeSpan.MaxValue"/> where so many were lost that there is none.</returns>
    public TimeSpan? Quantile(double q)
    {
        var all = _upTo[Lost];
        if (all <= 0)
            return null;
        var index = Array.BinarySearch(_upTo, q * all * (1 - 1e-12));
        if (index < 0)
            index = ~index;
        // An exact hit may lie anywhere in a run of empty buckets: its first is the answer.
        while (index > 0 && _upTo[index - 1] >= q * all * (1 - 1e-12))
            index--;
        return index >= Lost - 1 ? TimeSpan.MaxValue : UpperEdge(index);
    }

    /// <summary>The share of observations surely within <paramref name="limit"/>, lost ones counted; 0 before the first.</summary>
    public double ShareWithin(TimeSpan limit)
    {
        var bucket = BucketOf(limit) - 1;
        return bucket < 0 || _upTo[Lost] <= 0 ? 0 : _upTo[Math.Min(bucket, Lost - 1)] / _upTo[Lost];
    }

    private void AddTo(int bucket)
    {
        _weights[bucket] += _next;
        _next *= _growth;
        if (_next > Rescale)
        {
            for (var index = 0; index < _weights.Length; index++)
                _weights[index] /= _next;
            _next = 1;
        }

        var sum = 0.0;
        for (var index = 0; index < _weights.Length; index++)
            _upTo[index] = sum += _weights[index];
    }

    /// <summary>0 up to 8 µs; then eight to each octave by the leading bits of the number, so without a logarithm.</summary>
    private static int BucketOf(TimeSpan value)
    {
        var microseconds = value.TotalMicroseconds;
        if (microseconds <= 1 << LeastExponent)
            return 0;
        var bits = BitConverter.DoubleToInt64Bits(microseconds) - 1;
        var index = (bits >> 49) - ((1023L + LeastExponent) << 3) + 1;
        return (int)Math.Min(index, Lost);
    }

    private static TimeSpan UpperEdge(int bucket)
    {
        var bits = ((1023L + LeastExponent) << 52) + ((long)bucket << 49);
        return TimeSpan.FromMicroseconds(BitConverter.Int64BitsToDouble(bits));
    }
}
