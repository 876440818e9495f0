namespace Swarm.Inference;

/// <summary>Why a reply is not used.</summary>
public enum ReplyRefusal
{
    None,

    /// <summary>There was no reply at all, only its absence.</summary>
    Missing,

    /// <summary>It names a call that was never made.</summary>
    OtherRequest,

    /// <summary>It names a call that has been answered, or given up, before.</summary>
    AnsweredTwice,

    /// <summary>It names no model.</summary>
    NoModel,

    /// <summary>Its confidence is no number from 0 to 1.</summary>
    BadConfidence,

    /// <summary>Its times are negative, or longer than the call took altogether.</summary>
    BadTimes,

    /// <summary>The tier's clock is ahead by more than is tolerated.</summary>
    ClockAhead,

    /// <summary>The tier's clock is behind by more than is tolerated: it answered before it was asked.</summary>
    ClockBehind,

    /// <summary>The output is missing, or not one that can be.</summary>
    BadOutput,

    /// <summary>The tier's verdict is none there is.</summary>
    BadVerdict,
}
