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

    /// <summary>At that threshold. What is ignored or forgiven is left out, with its partner.</summary>
    public required Hota Hota { get; init; }

    /// <summary>At that threshold, of the same boxes, their middles in the plane within <see cref="GospaOptions.Default"/>.</summary>
    public required GospaMean Gospa { get; init; }

    /// <summary>How many of the 40 recalls the tracker reaches.</summary>
    public required int RecallPoints { get; init; }
}
