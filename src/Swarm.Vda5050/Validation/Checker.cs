using System.Globalization;

namespace Swarm.Vda5050;

/// <summary>Collects what is wrong with one message of a version. Paths are built only when something is.</summary>
internal sealed class Checker(ProtocolVersion version)
{
    /// <summary>How fields that are checked here are named in 2.1.</summary>
    private static readonly Dictionary<string, string> NamesOfV2 = new()
    {
        ["mobileRobotPosition"] = "agvPosition",
        ["powerSupply"] = "batteryState",
        ["stateOfCharge"] = "batteryCharge",
        ["range"] = "reach",
        ["maximumSpeed"] = "maxSpeed",
        ["maximumRotationSpeed"] = "maxRotationSpeed",
        ["maximumMobileRobotHeight"] = "maxHeight",
        ["minimumLoadHandlingDeviceHeight"] = "minHeight",
        ["mobileRobotActions"] = "agvActions",
        ["mobileRobotGeometry"] = "agvGeometry",
        ["vertices"] = "polygonPoints",
        ["maximumLoadMass"] = "maxLoadMass",
    };

    private readonly List<Violation> _violations = [];

    public ProtocolVersion Version => version;

    public IReadOnlyList<Violation> Violations => _violations;

    public void Add(string path, Rule rule, string problem) => _violations.Add(new Violation(path, rule, problem));

    public void Add(string path, Rule rule, FormattableString problem) => Add(path, rule, FormattableString.Invariant(problem));

    public void Require(bool holds, string path, Rule rule, FormattableString problem)
    {
        if (!holds)
            Add(path, rule, problem);
    }

    /// <summary>A number that is there is finite and within its range.</summary>
    public void Within(double? value, double low, double high, string path, string field)
    {
        if (value is not { } given || (given >= low && given <= high && double.IsFinite(given)))
            return;

        var range = double.IsPositiveInfinity(high) ? $"{Text(low)} or more" : $"from {Text(low)} to {Text(high)}";
        Add($"{path}.{Name(field)}", double.IsFinite(given) ? Rule.Range : Rule.Finite, $"is {given}, must be {range}");
    }

    public void Angle(double? value, string path, string field) => Within(value, -AngleLimit, AngleLimit, path, field);

    public void NotNegative(double? value, string path, string field) => Within(value, 0, double.PositiveInfinity, path, field);

    public void Number(double? value, string path, string field) =>
        Within(value, double.NegativeInfinity, double.PositiveInfinity, path, field);

    public void Id(string value, string path, string field) => Require(value.Length > 0, $"{path}.{Name(field)}", Rule.Id, $"is empty");

    /// <summary>Each key once; <paramref name="pathOf"/> is asked for that of the second use.</summary>
    public void Unique<T>(IEnumerable<T> items, Func<T, string> key, Func<T, string> pathOf, Rule rule)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var id = key(item);
            if (!seen.TryAdd(id, pathOf(item)))
                Add(pathOf(item), rule, $"'{id}' is used at {seen[id]} already");
        }
    }

    public string Name(string field) =>
        version == ProtocolVersion.V2 && NamesOfV2.TryGetValue(field, out var old) ? old : field;

    /// <summary>π as far as the schemas give it, and as far as a float holds it.</summary>
    private const double AngleLimit = Math.PI + 1e-6;

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
