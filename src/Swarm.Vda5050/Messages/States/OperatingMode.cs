namespace Swarm.Vda5050;

/// <summary>Who is in control of the vehicle (3.0: 6.6.6, Tables 10 and 11).</summary>
public enum OperatingMode
{
    /// <summary>3.0.</summary>
    Startup,
    Automatic,
    SemiAutomatic,

    /// <summary>3.0: takes orders for later, and of instant actions only cancelOrder.</summary>
    Intervened,
    Manual,
    Service,
    TeachIn,
}
