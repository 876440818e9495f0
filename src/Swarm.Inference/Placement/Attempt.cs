namespace Swarm.Inference;

/// <summary>One call to one tier. Guarded by the gate of its placement.</summary>
internal sealed class Attempt(int tier, int variant, long callId, long sent, DateTimeOffset sentAt)
{
    public int Tier => tier;

    public int Variant => variant;

    public long CallId => callId;

    /// <summary>Timestamp.</summary>
    public long Sent => sent;

    public DateTimeOffset SentAt => sentAt;

    /// <summary>Answered, failed or given up: what comes now is of no interest.</summary>
    public bool IsOver { get; set; }

    /// <summary>Never disposed: it holds no timer, and the call may look at its token for as long as it likes.</summary>
    public CancellationTokenSource Cancel { get; } = new();

    /// <summary>Ends when the call does; never fails.</summary>
    public Task? Following { get; set; }
}
