using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>What a camera saw in one frame, as the channel <c>detections</c> carries it: each object in one of the two lists.</summary>
/// <param name="Objects">Those whose place on the ground is known, in the body frame.</param>
/// <param name="Bearings">Those of which only the direction is.</param>
public sealed record CameraSight(IReadOnlyList<Detection> Objects, IReadOnlyList<Bearing> Bearings);
