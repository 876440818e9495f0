using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>One instant of a recording as a tracker gets it.</summary>
/// <param name="Observations">What each device saw, in the site frame.</param>
/// <param name="View">Of the labels of this frame.</param>
public sealed record TrackingFrame(DateTimeOffset Time, IReadOnlyList<Observation> Observations, IFrameView View);
