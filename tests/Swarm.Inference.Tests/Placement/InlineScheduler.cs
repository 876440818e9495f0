namespace Swarm.Inference.Tests;

/// <summary>Makes calls on the thread that asks for them, so that a test sees their effect at once.</summary>
internal sealed class InlineScheduler : TaskScheduler
{
    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
}
