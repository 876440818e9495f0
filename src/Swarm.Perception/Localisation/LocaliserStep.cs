using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Something that happened to a localiser, kept so that it can be worked out again when something earlier comes late.</summary>
/// <param name="Motion">From now on, for <see cref="LocaliserStepKind.Motion"/>.</param>
/// <param name="Seen">For the two kinds of sightings, with <paramref name="Other"/> and the covariance of where that is.</param>
/// <param name="OtherIsDevice">Rather than a landmark.</param>
internal readonly record struct LocaliserStep(
    LocaliserStepKind Kind,
    DateTimeOffset Time,
    Odometry Motion = default,
    RangeBearing Seen = default,
    Pose Other = default,
    PoseCovariance OtherCovariance = default,
    bool OtherIsDevice = false)
{
    public (LocaliserState State, SightingOutcome Outcome) Apply(in LocaliserState before, LocaliserOptions options, double gate)
    {
        var state = before.At(Time, options.Odometry);
        switch (Kind)
        {
            case LocaliserStepKind.Motion:
                return (state with { Motion = Motion }, SightingOutcome.Fused);
            case LocaliserStepKind.Share:
                return (options.OthersAreCorrelated ? state with { Estimate = state.Estimate.Shared() } : state, SightingOutcome.Fused);
            default:
                var outcome = SightingFusion.Fuse(state.Estimate, this, options, gate, out var estimate);
                return (state with { Estimate = estimate }, outcome);
        }
    }
}
