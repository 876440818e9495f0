namespace Swarm.Evaluation;

/// <summary>
/// A folder of the Autoferry sensor fusion benchmark (Helgesen, Vasstein, Brekke and Stahl, Ocean Engineering 252, 2022): a folder
/// <c>scenarioN</c> each, with <c>scenarioN_detections.json</c> and <c>scenarioN_groundTruth.json</c>.
/// </summary>
public sealed class AutoferryDirectory
{
    private const string Prefix = "scenario";

    private readonly string _path;

    private AutoferryDirectory(string path, IReadOnlyList<string> scenarios) => (_path, Scenarios) = (path, scenarios);

    /// <summary>Their numbers, ascending.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <exception cref="DataException">There is no such folder, or no scenario in it.</exception>
    public static AutoferryDirectory Open(string path)
    {
        if (!Directory.Exists(path))
            throw new DataException($"there is no folder {path}");
        var scenarios = Directory.GetDirectories(path, Prefix + "*")
            .Select(folder => Path.GetFileName(folder)[Prefix.Length..])
            .Where(name => int.TryParse(name, out _))
            .OrderBy(int.Parse)
            .ToList();
        return scenarios.Count > 0 ? new(path, scenarios) : throw new DataException($"no folder {Prefix}N in {path}: that is no Autoferry recording");
    }

    /// <exception cref="DataException">The scenario is not there, or one of its files is missing or malformed.</exception>
    public FerryScenario Load(string scenario)
    {
        if (!Scenarios.Contains(scenario))
            throw new DataException($"no scenario {scenario} in {_path}; there are {string.Join(", ", Scenarios)}");
        return new(scenario, Read(scenario, "detections", FerryReader.ReadScans), Read(scenario, "groundTruth", FerryReader.ReadBoats));
    }

    private T Read<T>(string scenario, string kind, Func<string, string, T> read)
    {
        var path = Path.Combine(_path, Prefix + scenario, $"{Prefix}{scenario}_{kind}.json");
        return File.Exists(path) ? read(File.ReadAllText(path), path) : throw new DataException($"scenario {scenario} lacks its file {path}");
    }
}
