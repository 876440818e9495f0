namespace Swarm.Inference;

/// <summary>What a machine met and what would have been right.</summary>
/// <param name="Share">The largest share of full speed that would have touched nothing, 0 to 1.</param>
public sealed record ReflexExample(ReflexProfile Profile, ReflexInput Input, double Share);
