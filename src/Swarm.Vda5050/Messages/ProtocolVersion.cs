namespace Swarm.Vda5050;

/// <summary>The two lines of the standard that are spoken here. A vehicle's is known by the major version in its topics.</summary>
public enum ProtocolVersion
{
    /// <summary>2.0 and 2.1; what is written is 2.1.</summary>
    V2,

    /// <summary>3.0.</summary>
    V3,
}
