namespace Swarm.Vda5050;

/// <summary>What an action allows beside itself (3.0: 6.2.2, Table 3).</summary>
public enum BlockingType
{
    /// <summary>Driving and other actions.</summary>
    None,

    /// <summary>Driving, but no other action. 3.0 only; written as HARD to a 2.1 vehicle.</summary>
    Single,

    /// <summary>Other actions, but no driving.</summary>
    Soft,

    /// <summary>Neither.</summary>
    Hard,
}
