using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>How the tracker is run on a data set, and when its tracks are shown.</summary>
/// <param name="Options">Of the tracker.</param>
/// <param name="CoastExistence">A track that nobody sees in a frame is shown nevertheless while its existence is at least so likely.</param>
public sealed record TrackerSettings(TrackerOptions Options, double CoastExistence)
{
    public Tracker Create() => new(Options, "track");
}
