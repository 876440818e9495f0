using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>A picture on its way through the tiers, and what has been found in it so far.</summary>
/// <param name="Jpeg">As it came.</param>
/// <param name="Found">By the tier where it is now; null before that.</param>
/// <param name="Model">That found it.</param>
public sealed record Picture(ReadOnlyMemory<byte> Jpeg, IReadOnlyList<ImageObject>? Found = null, string Model = "");
