namespace Swarm.Perception;

/// <summary>
/// The position that one of several measurements may be of, each with its probability, or none: the probabilistic data association filter
/// (Bar-Shalom and Tse, <i>Automatica</i> 11, 1975). The posterior states of all cases are one again by their moments.
/// </summary>
/// <param name="shares">By place in <paramref name="measurements"/>; what their sum is short of 1 is the case of none.</param>
internal readonly ref struct JointPlace(
    ReadOnlySpan<Share> shares, ReadOnlySpan<Measurement> measurements, DeviceRegistration registration) : IStateMeasurement
{
    private readonly ReadOnlySpan<Share> _shares = shares;
    private readonly ReadOnlySpan<Measurement> _measurements = measurements;

    public KinematicState Apply(in KinematicState prior)
    {
        var none = 1d;
        foreach (var share in _shares)
            none -= share.Probability;
        var (mixture, weight) = (prior, Math.Max(0, none));
        foreach (var share in _shares)
        {
            var seen = _measurements[share.Measurement].Timed(registration, prior.Velocity);
            var posterior = prior.UpdatePosition(seen.Place, seen.Noise);
            weight += share.Probability;
            mixture = weight > 0 ? KinematicState.Mixture(posterior, mixture, share.Probability / weight) : mixture;
        }

        return mixture;
    }

    public double LogLikelihood(in KinematicState prior)
    {
        var sum = 0d;
        foreach (var share in _shares)
        {
            var seen = _measurements[share.Measurement].Timed(registration, prior.Velocity);
            sum += share.Probability * Math.Exp(new MeasuredPlace(seen.Place, seen.Noise).LogLikelihood(prior));
        }

        return Math.Log(Math.Max(sum, double.Epsilon));
    }
}
