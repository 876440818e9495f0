namespace Swarm.Inference;

/// <summary>How long an answer took.</summary>
/// <param name="Total">From sending to receiving, by the asker's clock.</param>
/// <param name="Queue">Waiting at the tier, by its own account.</param>
/// <param name="Service">Inference at the tier, by its own account.</param>
public readonly record struct TierTimes(TimeSpan Total, TimeSpan Queue, TimeSpan Service)
{
    /// <summary>What is left for the way there and back.</summary>
    public TimeSpan Link => Total - Queue - Service;
}
