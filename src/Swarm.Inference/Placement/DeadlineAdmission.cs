namespace Swarm.Inference;

/// <summary>
/// Lets in at a serving tier only what it can finish in time, by the service times it has measured: late work is dropped, not finished, so that it cannot make
/// what comes after it late as well. Thread-safe.
/// </summary>
public sealed class DeadlineAdmission
{
    private readonly Lock _gate = new();
    private readonly DecayingQuantiles _service = new();
    private readonly int _workers;
    private readonly int _maxWaiting;
    private readonly TimeSpan _expectedService;
    private readonly double _quantile;
    private int _inside;

    /// <param name="workers">Inferences at once.</param>
    /// <param name="maxWaiting">Calls that may wait for one of them.</param>
    /// <param name="expectedService">Believed until it has been measured.</param>
    /// <param name="quantile">Of the service time that a call has to have time for, from 0 to 1.</param>
    public DeadlineAdmission(int workers, int maxWaiting, TimeSpan expectedService, double quantile = 0.9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maxWaiting);
        if (!(quantile is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "a share between 0 and 1 expected");
        (_workers, _maxWaiting, _expectedService, _quantile) = (workers, maxWaiting, expectedService, quantile);
    }

    /// <summary>Calls that wait or are served.</summary>
    public int Inside
    {
        get
        {
            lock (_gate)
                return _inside;
        }
    }

    /// <summary>Lets a call in, or says why not. One let in has to <see cref="Leave"/>.</summary>
    /// <param name="remaining">Until its deadline.</param>
    public TierVerdict Enter(TimeSpan remaining)
    {
        lock (_gate)
        {
            if (_inside >= _workers + _maxWaiting)
                return TierVerdict.Overloaded;
            var ahead = _inside < _workers ? 0 : 1 + ((_inside - _workers) / _workers);
            if ((ahead * Typical(0.5)) + Typical(_quantile) > remaining)
                return TierVerdict.TooLate;
            _inside++;
            return TierVerdict.Answered;
        }
    }

    /// <summary>Whether a call that has waited is still worth beginning.</summary>
    public bool IsInTime(TimeSpan remaining)
    {
        lock (_gate)
            return Typical(0.5) <= remaining;
    }

    /// <param name="service">How long it was served; null if it was not, or not to the end.</param>
    public void Leave(TimeSpan? service)
    {
        lock (_gate)
        {
            _inside--;
            if (service is { } known)
                _service.Add(known);
        }
    }

    private TimeSpan Typical(double quantile) => _service.Quantile(quantile) ?? _expectedService;
}
