namespace Swarm.Inference;

/// <summary>How an answer came to be the one to act on.</summary>
public enum AnswerOutcome
{
    /// <summary>The local answer, and nobody else was asked: <see cref="Answer{TOutput}.Decision"/> says why.</summary>
    Local,

    /// <summary>From the tier that was asked.</summary>
    Escalated,

    /// <summary>From the second tier that was asked when the first was slow or failed.</summary>
    Hedged,

    /// <summary>The local answer: no other was here by the deadline.</summary>
    DeadlinePassed,

    /// <summary>The local answer: the tiers that were asked said no.</summary>
    TierDeclined,

    /// <summary>The local answer: what came cannot be used, as <see cref="Answer{TOutput}.Refusal"/> says.</summary>
    ReplyRefused,

    /// <summary>The local answer: the calls to the tiers failed.</summary>
    TierFailed,

    /// <summary>The local answer: the asker does not wait any more.</summary>
    Cancelled,
}
