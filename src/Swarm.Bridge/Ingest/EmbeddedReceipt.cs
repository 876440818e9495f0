namespace Swarm.Bridge;

/// <summary>Lets the embedded broker acknowledge.</summary>
internal sealed class EmbeddedReceipt : IReceipt
{
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Taken => _taken.Task;

    // The broker has it from the device and keeps no copy: if it goes, it is gone.
    public bool IsLive => true;

    public ValueTask SignAsync()
    {
        _taken.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public void Abandon() => _taken.TrySetCanceled();
}
