namespace Swarm.Cluster.Tests;

/// <summary>A write that does not return until it is let go.</summary>
internal sealed class HungWrite(string part)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _free = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a write hangs.</summary>
    public Task Reached => _reached.Task;

    public Task PassAsync(string key)
    {
        if (!key.Contains(part, StringComparison.Ordinal))
        {
            return Task.CompletedTask;
        }

        _reached.TrySetResult();
        return _free.Task;
    }

    public void LetGo() => _free.TrySetResult();
}
