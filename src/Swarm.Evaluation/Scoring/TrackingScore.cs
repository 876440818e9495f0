namespace Swarm.Evaluation;

/// <summary>The figures of a tracker for one class over some sequences.</summary>
public sealed record TrackingScore
{
    public required ScoringOptions Options { get; init; }

    /// <summary>Averages over 40 recalls.</summary>
    public required RecallAverages Averages { get; init; }

    /// <summary>At the one threshold with the largest MOTA.</summary>
    public required ClearMot Best { get; init; }

    /// <summary>That threshold; −∞ where no threshold has a MOTA above 0 and all tracks are kept.</summary>
    public required double Threshold { get; init; }

    /// <summary>How many of the 40 recalls the tracker reaches.</summary>
    public required int RecallPoints { get; init; }
}
