using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A position measured at the time of the state.</summary>
internal readonly struct MeasuredPlace(Point2 place, Covariance2 noise) : IStateMeasurement
{
    public KinematicState Apply(in KinematicState prior) => prior.UpdatePosition(place, noise);

    public double LogLikelihood(in KinematicState prior)
    {
        var innovation = prior.PP.Covariance + noise;
        return Gaussian2.LogDensity(Gaussian2.SquaredDistance(place.X - prior.X, place.Y - prior.Y, innovation), innovation);
    }
}
