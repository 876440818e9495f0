using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A velocity measured at the time of the state.</summary>
internal readonly struct MeasuredVelocity(Velocity velocity, Covariance2 noise) : IStateMeasurement
{
    public KinematicState Apply(in KinematicState prior) => prior.UpdateVelocity(velocity, noise);

    public double LogLikelihood(in KinematicState prior)
    {
        var innovation = prior.VV.Covariance + noise;
        return Gaussian2.LogDensity(Gaussian2.SquaredDistance(velocity.X - prior.Vx, velocity.Y - prior.Vy, innovation), innovation);
    }
}
