namespace Swarm.Perception;

/// <summary>
/// Counts sightings outside the gate. One thing that is misread again and again is no reason to doubt where the device is; several things
/// in a row are.
/// </summary>
internal sealed class DisbeliefCount(int lostAfter)
{
    private string? _subject;
    private bool _several;
    private int _outliers;

    public void Clear() => (_subject, _several, _outliers) = (null, false, 0);

    /// <summary>Whether with this outcome the device is to be taken for lost.</summary>
    public bool IsLost(string subject, SightingOutcome outcome)
    {
        if (outcome == SightingOutcome.Fused)
            Clear();
        if (outcome != SightingOutcome.Outlier)
            return false;

        _several |= _subject is not null && _subject != subject;
        _subject ??= subject;
        return ++_outliers >= lostAfter && _several;
    }
}
