using System.Globalization;

namespace Swarm.Cli;

/// <summary>Figures as people read them.</summary>
internal static class Figure
{
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Of(double? value, string unit, string format = "0.0") =>
        value is { } known ? $"{known.ToString(format, CultureInfo.InvariantCulture)} {unit}" : "–";

    public static string Share(long part, long whole) =>
        whole == 0 ? "–" : $"{Of(part)} ({(100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture)} %)";
}
