namespace Swarm.Evaluation;

/// <summary>
/// Cooperative localisation on MR.CLAM: five robots of which a few know the map and the others only what they see of each other. The first
/// part of the recording calibrates, with its motion capture; the rest is evaluated.
/// </summary>
public static class MrClamEvaluation
{
    /// <param name="directory">The folder of one set.</param>
    /// <exception cref="DataException">The recording cannot be read, or is too short.</exception>
    public static MrClamResult Run(string directory, MrClamOptions options, CancellationToken cancellationToken = default) =>
        Run(MrClamReader.Read(directory), options, cancellationToken);

    /// <exception cref="DataException">A robot has no odometry, or nothing is left to evaluate.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static MrClamResult Run(MrClamRecording recording, MrClamOptions options, CancellationToken cancellationToken = default)
    {
        Check(recording, options);
        var begin = recording.Robots.Min(robot => robot.Odometry[0].Time);
        var from = begin + options.Calibration;
        var to = recording.Robots.Max(robot => Math.Min(robot.Truth.End, robot.Odometry[^1].Time));
        if (!(to > from + options.Interval))
            throw new DataException($"the recording ends at {to} s: nothing is left after the {options.Calibration} s of calibration from {begin} s");

        var calibration = MrClamCalibrator.Fit(recording, begin, from);
        var methods = new List<MrClamMethodScore>();
        foreach (var method in options.Methods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            methods.Add(MrClamScoring.Score(recording, options, MrClamRun.Play(recording, calibration, options, method, from)));
        }

        var unknown = recording.Robots.Sum(robot =>
            robot.Sightings.Count(seen => seen.Time >= from && !recording.SubjectOf.ContainsKey(seen.Barcode)));
        return new(options.Mapped, from, to, unknown, calibration, methods);
    }

    private static void Check(MrClamRecording recording, MrClamOptions options)
    {
        foreach (var subject in options.Mapped)
        {
            if (recording.Robots.All(robot => robot.Subject != subject))
                throw new ArgumentException($"there is no robot {subject} to know the map", nameof(options));
        }

        if (!(options.Calibration > 0))
            throw new ArgumentException($"a calibration of {options.Calibration} s is none: some seconds expected, such as 120", nameof(options));
        if (!(options.Interval > 0))
            throw new ArgumentException($"an interval of {options.Interval} s between comparisons is none", nameof(options));
        if (recording.Robots.FirstOrDefault(robot => robot.Odometry.Count == 0) is { } still)
            throw new DataException($"robot {still.Subject} has no odometry");
    }
}
