namespace Swarm.Inference;

/// <summary>A model that was not taken, or was thrown out again.</summary>
/// <param name="Detail">One sentence for people.</param>
public sealed record SlotRefusal(string Version, ModelRefusal Reason, string Detail);
