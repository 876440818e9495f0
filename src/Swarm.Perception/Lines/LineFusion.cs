using System.Runtime.InteropServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Takes the bearings and ranges of one frame into the tracks near it: gated and assigned to the optimum, bearings and ranges each by
/// themselves. What belongs to no track is left out. A frame without any costs nothing.
/// </summary>
internal sealed class LineFusion(TrackerOptions options)
{
    /// <summary>That of two degrees of freedom, which holds more than the gate probability of one.</summary>
    private readonly double _gate = Gaussian2.ChiSquareQuantile(options.GateProbability);

    private readonly Associator _ofBearings = new(options);
    private readonly Associator _ofRanges = new(options);
    private readonly List<LineMeasurement> _bearings = [];
    private readonly List<LineMeasurement> _ranges = [];
    private readonly List<Candidate> _candidates = [];

    public bool Any => _bearings.Count + _ranges.Count > 0;

    public void Read(Observation frame, DeviceRegistration registration)
    {
        _bearings.Clear();
        _ranges.Clear();
        if (frame.Bearings is not { Count: > 0 } && frame.Ranges is not { Count: > 0 })
            return;

        var from = registration.Place(new(frame.Ego.X, frame.Ego.Y));
        if (!double.IsFinite(from.X + from.Y))
            return;
        foreach (var seen in SeenLines.Surest(frame.Bearings, static bearing => bearing.Score))
        {
            if (LineMeasurement.TryFrom(seen, from, registration.Yaw, out var line))
                _bearings.Add(line);
        }

        foreach (var seen in SeenLines.Surest(frame.Ranges, static range => range.Score))
        {
            if (LineMeasurement.TryFrom(seen, from, out var line))
                _ranges.Add(line);
        }
    }

    /// <param name="detectionProbability">Of the sensor that made the measurements.</param>
    public void Associate(ReadOnlySpan<NearTrack> tracks, DeviceRegistration registration, double detectionProbability)
    {
        if (_bearings.Count > 0)
            Associate(_ofBearings, tracks, _bearings, registration, detectionProbability, options.BearingClutterDensity);
        if (_ranges.Count > 0)
            Associate(_ofRanges, tracks, _ranges, registration, detectionProbability, options.RangeClutterDensity);
    }

    /// <summary>Whether the track, by its place in the span, was given a bearing or a range.</summary>
    public bool Has(int track) => BearingOf(track) is not null || RangeOf(track) is not null;

    public void Update(int track, in NearTrack foretold, DeviceRegistration registration, Observation frame)
    {
        if (BearingOf(track) is { } bearing)
            foretold.Track.Update(foretold, _bearings[bearing.Measurement], registration, frame.Time, options);
        if (RangeOf(track) is { } range)
            foretold.Track.Update(foretold, _ranges[range.Measurement], registration, frame.Time, options);
    }

    private Candidate? BearingOf(int track) => _bearings.Count > 0 ? _ofBearings.PairOf(track) : null;

    private Candidate? RangeOf(int track) => _ranges.Count > 0 ? _ofRanges.PairOf(track) : null;

    private void Associate(
        Associator associator,
        ReadOnlySpan<NearTrack> tracks,
        List<LineMeasurement> lines,
        DeviceRegistration registration,
        double detectionProbability,
        double clutterDensity)
    {
        _candidates.Clear();
        for (var t = 0; t < tracks.Length; t++)
        {
            var existence = tracks[t].Existence * detectionProbability;
            var prior = existence / (1 - existence);
            for (var m = 0; m < lines.Count; m++)
            {
                if (!lines[m].TryLookAt(tracks[t].Predicted, registration, out var innovation) || !(innovation.SquaredDistance <= _gate))
                    continue;
                var density = innovation.Density * tracks[t].Track.ClassRatio(lines[m].Class) / clutterDensity;
                var cost = -Math.Log(prior * density);
                if (cost < 0)
                    _candidates.Add(new(t, m, cost));
            }
        }

        associator.Associate(tracks.Length, lines.Count, CollectionsMarshal.AsSpan(_candidates));
    }
}
