namespace Swarm.Vda5050;

/// <summary>Questions about a phase.</summary>
public static class OrderPhaseExtensions
{
    extension(OrderPhase phase)
    {
        /// <summary>Nothing more is to be expected of the order.</summary>
        public bool IsEnd => phase is not (OrderPhase.Sent or OrderPhase.Active or OrderPhase.Cancelling);
    }
}
