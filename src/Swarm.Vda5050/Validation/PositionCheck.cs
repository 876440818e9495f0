namespace Swarm.Vda5050;

/// <summary>Ranges of positions.</summary>
internal static class PositionCheck
{
    public static void Check(NodePosition? position, string path, Checker checker)
    {
        if (position is null)
            return;

        checker.Number(position.X, path, "x");
        checker.Number(position.Y, path, "y");
        checker.Angle(position.Theta, path, "theta");
        checker.Within(position.AllowedDeviationTheta, 0, Math.PI + 1e-6, path, "allowedDeviationTheta");
        checker.Id(position.MapId, path, "mapId");
        if (position.AllowedDeviationXY is not { } deviation)
            return;

        checker.NotNegative(deviation.A, $"{path}.allowedDeviationXY", "a");
        checker.NotNegative(deviation.B, $"{path}.allowedDeviationXY", "b");
        checker.Within(deviation.Theta, -(Math.PI / 2) - 1e-6, (Math.PI / 2) + 1e-6, $"{path}.allowedDeviationXY", "theta");
    }

    public static void Check(MobileRobotPosition? position, Checker checker)
    {
        if (position is null)
            return;

        var path = $"$.{checker.Name("mobileRobotPosition")}";
        checker.Number(position.X, path, "x");
        checker.Number(position.Y, path, "y");
        checker.Angle(position.Theta, path, "theta");
        checker.Within(position.LocalizationScore, 0, 1, path, "localizationScore");
        checker.NotNegative(position.DeviationRange, path, "deviationRange");
    }
}
