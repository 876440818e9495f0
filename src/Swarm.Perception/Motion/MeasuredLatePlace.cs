using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>A position measured <paramref name="lag"/> seconds before the time of the state; see <see cref="KinematicState.UpdateLatePosition"/>.</summary>
internal readonly struct MeasuredLatePlace(Point2 place, Covariance2 noise, double lag, double density) : IStateMeasurement
{
    public KinematicState Apply(in KinematicState prior) => prior.UpdateLatePosition(place, noise, lag, density);

    public double LogLikelihood(in KinematicState prior) => new MeasuredPlace(place, noise).LogLikelihood(prior.Moved(-lag));
}
