namespace Swarm.Vda5050;

/// <summary>A clamped NURBS curve: how degree, knots and control points belong together (7.3).</summary>
internal static class TrajectoryCheck
{
    public static void Check(Trajectory? trajectory, string path, Checker checker)
    {
        if (trajectory is null)
            return;

        var degree = trajectory.Degree ?? 1;
        checker.Within(degree, 1, int.MaxValue, path, "degree");
        if (degree < 1)
            return;

        checker.Require(trajectory.ControlPoints.Count > degree, $"{path}.controlPoints", Rule.Trajectory,
            $"has {trajectory.ControlPoints.Count}, degree {degree} needs {degree + 1L}");
        for (var i = 0; i < trajectory.ControlPoints.Count; i++)
        {
            var (point, at) = (trajectory.ControlPoints[i], $"{path}.controlPoints[{i}]");
            checker.Number(point.X, at, "x");
            checker.Number(point.Y, at, "y");
            checker.Within(point.Weight, double.Epsilon, double.MaxValue, at, "weight");
        }

        if (trajectory.KnotVector is { } knots)
            Check(knots, degree, trajectory.ControlPoints.Count, $"{path}.knotVector", checker);
    }

    private static void Check(IReadOnlyList<double> knots, int degree, int points, string path, Checker checker)
    {
        checker.Require(knots.Count == points + degree + 1L, path, Rule.Trajectory,
            $"has {knots.Count} knots, {points} control points of degree {degree} need {points + degree + 1L}");
        for (var i = 0; i < knots.Count; i++)
        {
            checker.Require(knots[i] is >= 0 and <= 1, $"{path}[{i}]", Rule.Range, $"is {knots[i]}, must be from 0 to 1");
            checker.Require(i == 0 || knots[i] >= knots[i - 1], $"{path}[{i}]", Rule.Trajectory, $"is less than the knot before");
        }

        for (var i = 0; i <= degree && i < knots.Count; i++)
        {
            checker.Require(knots[i].Equals(knots[0]) && knots[^(i + 1)].Equals(knots[^1]), path, Rule.Trajectory,
                $"does not begin and end with {degree + 1} times the same knot");
        }
    }
}
