namespace Swarm.Vda5050;

/// <summary>Whether a vehicle is there, by its connection topic alone (3.0: 6.5).</summary>
public enum Presence
{
    /// <summary>Nothing was heard yet.</summary>
    Unknown,
    Online,
    Offline,
    Hibernating,

    /// <summary>The last will came.</summary>
    Broken,
}
