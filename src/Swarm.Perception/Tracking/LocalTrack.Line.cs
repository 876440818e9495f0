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
            Advance(foretold, time);
        // A track can be ahead that was taken over from another cell, or where the frame is taken late.
        lag = Math.Max(0, lag);
        if (!seen.TryLookAt(State.Moved(-lag), registration, out _))
            return;

        _motion.Take(ref _belief, new MeasuredLine(seen, registration, lag));
        _class.Update(seen.Class);
        TakeTraits(_class.Best, options);
        Existence = ExistenceEvidence.Told(Existence, options.LineEvidence);
        _seenBy.AddGlimpse(registration.Device, time);
        NoteDeviations();
        Confirmed |= Existence >= options.ConfirmExistence && _updates >= 2;
    }
}
