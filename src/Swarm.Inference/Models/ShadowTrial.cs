namespace Swarm.Inference;

/// <summary>A candidate in shadow, and what it has done so far. Safe for several threads; notes without allocating.</summary>
public sealed class ShadowTrial<TModel>
    where TModel : class
{
    private readonly Lock _lock = new();
    private readonly ShadowLimits _limits;
    private long _ticks;
    private long _differing;
    private double _sum;
    private double _largest;

    internal ShadowTrial(ModelVersion<TModel> candidate, ShadowLimits limits)
    {
        limits.Check();
        (Candidate, _limits) = (candidate, limits);
    }

    public ModelVersion<TModel> Candidate { get; }

    /// <summary>Up to now.</summary>
    public ShadowFigures Figures
    {
        get
        {
            lock (_lock)
                return _ticks == 0 ? default : new(_ticks, (double)_differing / _ticks, _sum / _ticks, _largest);
        }
    }

    /// <summary>Notes one tick.</summary>
    /// <returns>True once it was the last of the trial.</returns>
    internal bool Note(double difference)
    {
        lock (_lock)
        {
            if (_ticks == _limits.Ticks)
                return true;
            var size = Math.Abs(difference);
            (_sum, _largest) = (_sum + difference, Math.Max(_largest, size));
            if (size > _limits.Tolerance)
                _differing++;
            return ++_ticks == _limits.Ticks;
        }
    }

    /// <summary>Of the whole trial: whether the candidate may take over.</summary>
    internal bool IsPassed
    {
        get
        {
            lock (_lock)
                return _differing <= _limits.MostDiffering * _ticks;
        }
    }
}
