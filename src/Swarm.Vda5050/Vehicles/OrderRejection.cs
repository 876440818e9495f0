namespace Swarm.Vda5050;

/// <summary>Why an order is not taken (3.0: 6.1.4 and Figure 8; 2.1: 6.6.4 and Figure 8).</summary>
public enum OrderRejection
{
    /// <summary>6.1.4.1</summary>
    Malformed,

    /// <summary>6.1.4.2</summary>
    UnsupportedParameter,

    /// <summary>6.1.4.3</summary>
    UnsupportedAction,

    /// <summary>7.1.2: longer than the factsheet says.</summary>
    InsufficientMemory,

    /// <summary>6.1.4.4</summary>
    Outdated,

    /// <summary>6.1.4.5: other content under the same update id.</summary>
    SameUpdateId,

    /// <summary>6.1.3.1</summary>
    FollowingCancel,

    /// <summary>Figure 8, boxes 9 and 10: it does not begin at the decision point.</summary>
    NotContinuing,

    /// <summary>6.1.4.6</summary>
    OtherOrderActive,

    /// <summary>Figure 8, box 4: a new order whose update id is not 0.</summary>
    NewOrderIsUpdate,

    /// <summary>6.1.4.7</summary>
    StartOutOfRange,

    /// <summary>6.1.4.8</summary>
    NoRoute,

    /// <summary>6.1.4.9</summary>
    NotAvailable,

    /// <summary>6.1.4.10</summary>
    UnknownMap,
}
