namespace Swarm.Vda5050;

/// <summary>What a vehicle does when the leave for a place that it is in ends.</summary>
public enum ReleaseLoss
{
    Stop,
    Continue,
    Evacuate,

    /// <summary>Back to the edge's trajectory.</summary>
    Return,
}
