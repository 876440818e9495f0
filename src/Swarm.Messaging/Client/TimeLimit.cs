namespace Swarm.Messaging;

/// <summary>Cancels when a time is up or when the caller does.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _linked;

    public TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _timeout = new CancellationTokenSource(limit, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, cancellationToken);
    }

    public CancellationToken Token => _linked.Token;

    public void Dispose()
    {
        _linked.Dispose();
        _timeout.Dispose();
    }
}
