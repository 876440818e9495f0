namespace Swarm.Vda5050;

/// <summary>The life of an order as fleet control sees it.</summary>
public enum OrderPhase
{
    /// <summary>To be taken by the vehicle: sent again and again until its state shows it.</summary>
    Sent,

    /// <summary>The vehicle has it.</summary>
    Active,

    /// <summary>To be cancelled: nothing but cancelOrder is sent of it.</summary>
    Cancelling,

    /// <summary>Driven to the end, all actions over (some may have failed).</summary>
    Finished,

    /// <summary>Cancelled, or never taken before it was.</summary>
    Cancelled,

    /// <summary>The vehicle did not take it.</summary>
    Rejected,

    /// <summary>The vehicle had it and cleared it (a mode), or has it no more.</summary>
    BrokenOff,

    /// <summary>The vehicle began anew before it answered: whether it ran the order is for a person to say. It is not sent again, and goes on if the vehicle shows it.</summary>
    InDoubt,
}
