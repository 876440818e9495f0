namespace Swarm.Perception;

internal sealed partial class LocalTrack
{
    /// <summary>
    /// Takes the bearing or range that belongs to the track. It does not count among the detections that a young track needs.
    /// </summary>
    public void Update(
        in NearTrack foretold, in LineMeasurement seen, DeviceRegistration registration, DateTimeOffset time, TrackerOptions options)
    {
        var lag = (Time - time).TotalSeconds;
        if (lag < 0)
            (_state, Existence, Time) = (foretold.Predicted, foretold.Existence, time);
        // A track can be ahead that was taken over from another cell, or where the frame is taken late.
        var then = lag > 0 ? _state.Moved(-lag) : _state;
        if (!seen.TryLookAt(then, registration, out var innovation))
            return;

        var updated = then.UpdateLine(innovation);
        _state = lag > 0 ? updated.Moved(lag) : updated;
        _belief.Update(seen.Class);
        TakeTraits(_belief.Best, options);
        SetLogOdds(LogOdds(Existence) + options.LineEvidence);
        _seenBy.AddGlimpse(registration.Device, time);
        NoteDeviations();
        Confirmed |= Existence >= options.ConfirmExistence && _updates >= 2;
    }
}
