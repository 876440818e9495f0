using System.Globalization;
using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>Plays the evaluated part of a recording to five localisers.</summary>
internal sealed class MrClamRun
{
    /// <summary>What the times of the recording count from; any would do.</summary>
    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeSeconds(1_248_444_000);

    private readonly MrClamRecording _recording;
    private readonly MrClamCalibration _calibration;
    private readonly MrClamOptions _options;
    private readonly MrClamMethod _method;
    private readonly DeviceLocaliser[] _localisers;
    private readonly List<PoseError>[] _errors;
    private readonly int[] _comparisons;
    private readonly Dictionary<SightingOutcome, int> _outcomes = [];

    private MrClamRun(MrClamRecording recording, MrClamCalibration calibration, MrClamOptions options, MrClamMethod method)
    {
        (_recording, _calibration, _options, _method) = (recording, calibration, options, method);
        var settings = new LocaliserOptions
        {
            Odometry = calibration.Noise,
            SightingInterval = TimeSpan.FromSeconds(options.SightingInterval),
            OthersAreCorrelated = method != MrClamMethod.Naive,
        };
        _localisers = [.. recording.Robots.Select(robot =>
            new DeviceLocaliser(new(string.Create(CultureInfo.InvariantCulture, $"robot-{robot.Subject}")), settings))];
        _errors = [.. recording.Robots.Select(_ => new List<PoseError>())];
        _comparisons = new int[recording.Robots.Count];
    }

    /// <param name="from">Seconds at which the evaluated time begins.</param>
    public static MrClamTrace Play(
        MrClamRecording recording, MrClamCalibration calibration, MrClamOptions options, MrClamMethod method, double from)
    {
        var run = new MrClamRun(recording, calibration, options, method);
        if (options.KnownStart || method is MrClamMethod.DeadReckoning or MrClamMethod.Alone)
            run.Locate(from);
        foreach (var next in run.Events(from))
            run.Play(next);
        return new(method, run._errors, run._comparisons, run._outcomes);
    }

    private void Locate(double from)
    {
        for (var robot = 0; robot < _localisers.Length; robot++)
        {
            var truth = _recording.Robots[robot].Truth.At(from)
                ?? throw new DataException($"the motion capture does not have robot {_recording.Robots[robot].Subject} at {from} s");
            _localisers[robot].Locate(At(from), truth, _options.Start);
        }
    }

    private IEnumerable<MrClamEvent> Events(double from)
    {
        var events = new List<MrClamEvent>();
        for (var robot = 0; robot < _localisers.Length; robot++)
        {
            var (recorded, index) = (_recording.Robots[robot], robot);
            events.AddRange(recorded.Odometry.Select((said, i) =>
                new MrClamEvent(said.Time + _calibration.Odometry.Delay, MrClamEventKind.Odometry, index, i)));
            events.AddRange(recorded.Sightings.Select((seen, i) =>
                new MrClamEvent(seen.Time - _calibration.SightingDelay, MrClamEventKind.Sighting, index, i)));
            for (var time = from + _options.Interval; time <= Math.Min(recorded.Truth.End, recorded.Odometry[^1].Time); time += _options.Interval)
                events.Add(new(time, MrClamEventKind.Comparison, robot, 0));
        }

        return events.Where(one => one.Time >= from).OrderBy(one => one.Time).ThenBy(one => one.Kind);
    }

    private void Play(MrClamEvent next)
    {
        var (robot, localiser) = (_recording.Robots[next.Robot], _localisers[next.Robot]);
        switch (next.Kind)
        {
            case MrClamEventKind.Odometry:
                var (speed, yawRate) = _calibration.Odometry.Correct(robot.Odometry[next.Index]);
                localiser.Move(new(At(next.Time), speed, yawRate));
                break;
            case MrClamEventKind.Sighting:
                if (See(next, robot.Sightings[next.Index]) is { } outcome)
                    _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
                break;
            default:
                if (robot.Truth.At(next.Time) is not { } truth)
                    break;
                _comparisons[next.Robot]++;
                if (localiser.At(At(next.Time)) is { } estimate)
                    _errors[next.Robot].Add(PoseError.Of(next.Time, estimate, truth));
                break;
        }
    }

    /// <summary>Null where nobody takes the sighting.</summary>
    private SightingOutcome? See(MrClamEvent next, MrClamSighting sighting)
    {
        if (_method == MrClamMethod.DeadReckoning || !_recording.SubjectOf.TryGetValue(sighting.Barcode, out var subject))
            return null;

        var landmark = _recording.Landmarks.GetValueOrDefault(subject);
        var (time, seen) = (At(next.Time), _calibration.Correct(next.Robot, sighting, landmark is null));
        if (landmark is not null)
            return _options.Mapped.Contains(_recording.Robots[next.Robot].Subject) ? _localisers[next.Robot].See(new(time, landmark, seen)) : null;

        var other = _recording.Robots.Index().Where(one => one.Item.Subject == subject).Select(one => one.Index).FirstOrDefault(-1);
        if (_method == MrClamMethod.Alone || other < 0 || other == next.Robot)
            return null;
        var (observer, observed) = (_localisers[next.Robot], _localisers[other]);
        return SightingExchange.Apply(new DeviceSighting(time, observer.Device, observed.Device, seen), observer, observed);
    }

    private static DateTimeOffset At(double seconds) => Epoch.AddSeconds(seconds);
}
