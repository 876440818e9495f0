namespace Swarm.Vda5050;

/// <summary>What a vehicle asks for.</summary>
public enum RequestType
{
    /// <summary>To enter a release zone.</summary>
    Access,

    /// <summary>To plan anew in a zone of coordinated replanning.</summary>
    Replanning,

    /// <summary>To leave its trajectory within an edge's corridor.</summary>
    Corridor,
}
