namespace Swarm.Vision;

/// <summary>What earlier looks by a larger model say of a box that a small one is not sure of.</summary>
public enum PlaceVerdict
{
    /// <summary>Nothing much.</summary>
    Open,

    /// <summary>What the small model sees there is nothing, as a rule.</summary>
    Refuted,

    /// <summary>What the small model hardly sees there is something often enough to act on.</summary>
    Confirmed,
}
