namespace Swarm.Evaluation;

/// <summary>Works out the scores of a trace.</summary>
internal static class MrClamScoring
{
    private const int PoseDegrees = 3;
    private const int PositionDegrees = 2;

    public static MrClamMethodScore Score(MrClamRecording recording, MrClamOptions options, MrClamTrace trace)
    {
        var robots = recording.Robots.Select((robot, i) => new MrClamRobotScore(
            robot.Subject,
            options.Mapped.Contains(robot.Subject),
            trace.Errors[i].Count / (double)Math.Max(1, trace.Comparisons[i]),
            Rms(trace.Errors[i].Select(error => error.Distance)),
            Rms(trace.Errors[i].Select(error => error.Yaw)),
            Nees(PoseDegrees, error => error.Nees, trace.Errors[i]),
            Nees(PositionDegrees, error => error.PositionNees, trace.Errors[i])));

        var all = trace.Errors.SelectMany(errors => errors).ToList();
        var instants = all.GroupBy(error => error.Time).Select(instant => Compare(instant.Average(error => error.Nees), instant.Count())).ToList();
        var team = new MrClamTeamScore(
            all.Count / (double)Math.Max(1, trace.Comparisons.Sum()),
            Rms(all.Select(error => error.Distance)),
            Rms(all.Select(error => error.Yaw)),
            Nees(PoseDegrees, error => error.Nees, [.. trace.Errors]),
            Nees(PositionDegrees, error => error.PositionNees, [.. trace.Errors]),
            Part(instants, side => side == 0),
            Part(instants, side => side <= 0));
        return new(trace.Method, [.. robots], team, trace.Outcomes);
    }

    private static NeesAverage Nees(int degrees, Func<PoseError, double> pick, params IReadOnlyList<IReadOnlyList<PoseError>> errors) =>
        NeesAverage.Of(degrees, [.. errors.Select(series => (IReadOnlyList<double>)[.. series.Select(pick)])]);

    /// <summary>Whether the average over so many robots is below (-1), inside or above (1) the band of one instant.</summary>
    private static int Compare(double average, int robots)
    {
        var (low, high) = (ChiSquare.Lower025(PoseDegrees * robots) / robots, ChiSquare.Upper975(PoseDegrees * robots) / robots);
        return average < low ? -1 : average > high ? 1 : 0;
    }

    private static double Part(List<int> sides, Func<int, bool> which) => sides.Count > 0 ? sides.Count(which) / (double)sides.Count : double.NaN;

    private static double Rms(IEnumerable<double> values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
            (sum, count) = (sum + (value * value), count + 1);
        return count > 0 ? Math.Sqrt(sum / count) : double.NaN;
    }
}
