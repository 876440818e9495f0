using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Takes a sighting into an estimate, by split covariance intersection.</summary>
internal static class SightingFusion
{
    public static SightingOutcome Fuse(
        in PoseEstimate prior, in LocaliserStep step, LocaliserOptions options, double gate, out PoseEstimate posterior)
    {
        posterior = prior;
        var saw = step.Kind == LocaliserStepKind.Saw;
        if (!SightingModel.TryLinearise(step.Seen, saw ? prior.Pose : step.Other, saw ? step.Other.Plane : prior.Pose.Plane, out var model))
            return SightingOutcome.Invalid;

        var own = saw ? model.Observer : model.Observed;
        var others = (saw ? model.Observed : model.Observer).Carry(step.OtherCovariance.ToMatrix());
        var seen = step.Seen;
        var noise = Matrices.Diagonal<Two>(seen.RangeDeviation * seen.RangeDeviation, seen.BearingDeviation * seen.BearingDeviation);
        var measurement = step.OtherIsDevice && !options.OthersAreCorrelated
            ? new SplitMeasurement<Three, Two>(model.Residual, own, noise + others, default)
            : new SplitMeasurement<Three, Two>(model.Residual, own, noise, others);

        var (independent, correlated) = (prior.Independent.ToMatrix(), prior.Correlated.ToMatrix());
        var spread = own.Carry(independent) + measurement.Independent
            + SplitCovarianceIntersection.BoundSum(own.Carry(correlated), measurement.Correlated);
        if (!Matrices.TryFactor(spread, out var innovation))
            return SightingOutcome.Invalid;
        if (!(innovation.SquaredDistance(model.Residual) <= gate))
            return SightingOutcome.Outlier;

        var pose = prior.Pose;
        var state = new SplitEstimate<Three>(Matrices.Column<Three>(pose.X, pose.Y, pose.Yaw), independent, correlated);
        if (!SplitCovarianceIntersection.TryUpdate(state, measurement, out var update))
            return SightingOutcome.Invalid;

        var mean = update.Estimate.Mean;
        posterior = prior with
        {
            Pose = pose with { X = mean[0, 0], Y = mean[1, 0], Yaw = Angle.Normalize(mean[2, 0]) },
            Independent = update.Estimate.Independent.ToPoseCovariance(),
            Correlated = update.Estimate.Correlated.ToPoseCovariance(),
        };
        return SightingOutcome.Fused;
    }
}
