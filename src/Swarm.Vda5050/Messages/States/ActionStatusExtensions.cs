namespace Swarm.Vda5050;

/// <summary>Questions about a status, and which steps there are (3.0: Table 13 and Figure 21).</summary>
public static class ActionStatusExtensions
{
    extension(ActionStatus status)
    {
        /// <summary>Finished or failed: it will not change again.</summary>
        public bool IsEnd => status is ActionStatus.Finished or ActionStatus.Failed;

        /// <summary>Begun and not over.</summary>
        public bool IsUnderWay => status is not ActionStatus.Waiting && !status.IsEnd;

        public bool CanBecome(ActionStatus next) => status switch
        {
            ActionStatus.Waiting => next is ActionStatus.Initializing or ActionStatus.Running or ActionStatus.Failed or ActionStatus.Finished,
            ActionStatus.Initializing => next is ActionStatus.Paused or ActionStatus.Running or ActionStatus.Failed,
            ActionStatus.Paused => next is ActionStatus.Initializing or ActionStatus.Running or ActionStatus.Failed,
            ActionStatus.Running => next is ActionStatus.Paused or ActionStatus.Retriable or ActionStatus.Failed or ActionStatus.Finished,
            ActionStatus.Retriable =>
                next is ActionStatus.Initializing or ActionStatus.Running or ActionStatus.Failed or ActionStatus.Finished,
            _ => false,
        };
    }
}
