namespace Swarm.Vda5050;

/// <summary>How long an error is reported (3.0: Table 9).</summary>
public enum ErrorEnd
{
    /// <summary>Until an order is accepted.</summary>
    OrderAccepted,

    /// <summary>Until an instant action is accepted.</summary>
    InstantActionAccepted,

    /// <summary>Until the operating mode takes orders.</summary>
    ModeTakesOrders,

    /// <summary>For some time.</summary>
    Time,

    /// <summary>Until the request that it belongs to is over or granted again.</summary>
    Request,

    /// <summary>Until the vehicle itself says so.</summary>
    Caller,
}
