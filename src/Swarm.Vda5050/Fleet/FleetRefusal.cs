namespace Swarm.Vda5050;

/// <summary>Why a wish is not followed.</summary>
public enum FleetRefusal
{
    /// <summary>The connection topic does not say ONLINE.</summary>
    NotOnline,

    /// <summary>No state has come since the beginning.</summary>
    NoState,

    /// <summary>The operating mode takes no orders, or not this instant action (3.0: Table 11).</summary>
    Mode,

    /// <summary>A FATAL error: no order is taken (3.0: 6.6.5.1).</summary>
    FatalError,

    /// <summary>It has an order; a new one goes to an idle vehicle only (3.0: 6.6.8).</summary>
    NotIdle,

    /// <summary>There is no order to update or cancel, or it is cancelled.</summary>
    NoOrder,

    /// <summary>The order or update before is not echoed yet.</summary>
    NotEchoed,

    /// <summary>An id was used before.</summary>
    IdUsed,

    /// <summary>The message breaks a rule.</summary>
    Invalid,

    /// <summary>The vehicle's factsheet says that it cannot take it.</summary>
    Unfit,

    /// <summary>No such request or grant.</summary>
    NoRequest,

    /// <summary>The vehicle's version does not have it.</summary>
    Version,
}
