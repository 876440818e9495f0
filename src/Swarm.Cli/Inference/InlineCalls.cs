namespace Swarm.Cli;

/// <summary>Makes calls to simulated tiers on the thread that moves the simulated clock.</summary>
internal sealed class InlineCalls : TaskScheduler
{
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
}
