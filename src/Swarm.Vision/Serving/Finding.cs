using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>What was found in a picture, or why it was not looked at.</summary>
public sealed record Finding(FrameRefusal Refusal, IReadOnlyList<ImageObject> Objects);
