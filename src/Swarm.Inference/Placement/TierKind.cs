namespace Swarm.Inference;

/// <summary>Where an inference runs, from the device outward.</summary>
public enum TierKind
{
    /// <summary>On board.</summary>
    Device,

    /// <summary>On the premises, over the LAN.</summary>
    Site,

    /// <summary>At a telco or regional edge.</summary>
    Network,

    /// <summary>In the data centre.</summary>
    Central,
}
