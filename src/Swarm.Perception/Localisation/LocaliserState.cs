namespace Swarm.Perception;

/// <summary>What a localiser knows at one instant: the estimate and the motion that it has been going by since.</summary>
internal readonly record struct LocaliserState(PoseEstimate Estimate, Odometry Motion)
{
    /// <summary>The state at a later time; the same for an earlier one.</summary>
    public LocaliserState At(DateTimeOffset time, OdometryNoise noise)
    {
        var dt = (time - Estimate.Time).TotalSeconds;
        if (!(dt > 0))
            return this;

        var silent = Math.Clamp((time - Motion.Time - noise.Hold).TotalSeconds, 0, dt);
        return this with { Estimate = UnicycleMotion.Predict(Estimate, Motion.Speed, Motion.YawRate, dt, silent, noise) with { Time = time } };
    }
}
