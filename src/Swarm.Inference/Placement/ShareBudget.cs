namespace Swarm.Inference;

/// <summary>Holds a share: at most <c>share</c> of what is counted may be taken, and no more than <c>burst</c> of it at once. Never overdrawn.</summary>
public struct ShareBudget
{
    private readonly double _share;
    private readonly double _burst;
    private double _saved;

    /// <param name="share">From 0 to 1.</param>
    /// <param name="burst">What may be saved up, at least 1.</param>
    /// <param name="saved">What there is to begin with; 0 keeps the share from the first on.</param>
    public ShareBudget(double share, double burst, double saved = 0)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share from 0 to 1 expected");
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        _share = share;
        _burst = burst;
        _saved = Math.Clamp(saved, 0, burst);
    }

    // Twenty tenths that are summed up may come to a little under two.
    public readonly bool CanTake => _saved >= 1 - 1e-9;

    /// <summary>One more of what is counted.</summary>
    public void Count() => _saved = Math.Min(_burst, _saved + _share);

    public bool TryTake()
    {
        if (!CanTake)
            return false;
        _saved = Math.Max(0, _saved - 1);
        return true;
    }
}
