namespace Swarm.Perception;

/// <summary>A bearing or a range measured <paramref name="lag"/> seconds before the time of the state, linearised at the state that it is applied to.</summary>
internal readonly struct MeasuredLine(LineMeasurement line, DeviceRegistration registration, double lag) : IStateMeasurement
{
    public KinematicState Apply(in KinematicState prior)
    {
        var then = lag > 0 ? prior.Moved(-lag) : prior;
        if (!line.TryLookAt(then, registration, out var innovation))
            return prior;
        var updated = then.UpdateLine(innovation);
        return lag > 0 ? updated.Moved(lag) : updated;
    }

    public double LogLikelihood(in KinematicState prior) =>
        line.TryLookAt(lag > 0 ? prior.Moved(-lag) : prior, registration, out var innovation)
            ? Math.Log(Math.Max(innovation.Density, double.Epsilon))
            : 0;
}
