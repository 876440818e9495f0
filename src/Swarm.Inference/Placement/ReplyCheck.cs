namespace Swarm.Inference;

/// <summary>
/// Tells replies that can be used from those that cannot, by name. Remembers the last calls to one tier so that an old answer is known as one.
/// Not thread-safe. Fixed space.
/// </summary>
/// <param name="clockTolerance">How far the tier's clock may be from one's own.</param>
/// <param name="isPlausible">Whether an output is one that the task can have: all numbers finite, within their ranges, not too many.</param>
public sealed class ReplyCheck<TOutput>(TimeSpan clockTolerance, Func<TOutput, bool> isPlausible)
{
    private const int Remembered = 64;

    private readonly long[] _over = new long[Remembered];
    private int _next;

    /// <summary>A call that is answered, or not waited for any more.</summary>
    public void Over(long callId) => _over[_next++ % Remembered] = callId;

    /// <param name="callId">The call that this came in answer to; above 0.</param>
    /// <param name="sentAt">When it was made, one's own clock, UTC.</param>
    /// <param name="now">Likewise.</param>
    /// <param name="took">From sending to receiving, by a clock that only goes forward.</param>
    public ReplyRefusal Check(TierReply<TOutput>? reply, long callId, DateTimeOffset sentAt, DateTimeOffset now, TimeSpan took)
    {
        if (reply is null)
            return ReplyRefusal.Missing;
        if (Array.IndexOf(_over, reply.CallId) >= 0)
            return ReplyRefusal.AnsweredTwice;
        if (reply.CallId != callId)
            return ReplyRefusal.OtherRequest;
        if (reply.AnsweredAt - now > clockTolerance)
            return ReplyRefusal.ClockAhead;
        if (sentAt - reply.AnsweredAt > clockTolerance)
            return ReplyRefusal.ClockBehind;
        if (!Enum.IsDefined(reply.Verdict))
            return ReplyRefusal.BadVerdict;
        if (reply.Verdict != TierVerdict.Answered)
            return ReplyRefusal.None;
        if (string.IsNullOrWhiteSpace(reply.ModelVersion))
            return ReplyRefusal.NoModel;
        if (!(reply.Confidence is >= 0 and <= 1))
            return ReplyRefusal.BadConfidence;
        if (reply.Queue < TimeSpan.Zero || reply.Service < TimeSpan.Zero || reply.Queue > took || reply.Service > took - reply.Queue)
            return ReplyRefusal.BadTimes;
        return reply.Output is { } output && isPlausible(output) ? ReplyRefusal.None : ReplyRefusal.BadOutput;
    }
}
