namespace Swarm.Vda5050;

/// <summary>What an edge's orientation is measured from.</summary>
public enum OrientationType
{
    /// <summary>The edge: 0 is forwards, π backwards.</summary>
    Tangential,

    /// <summary>The site's x axis.</summary>
    Global,
}
