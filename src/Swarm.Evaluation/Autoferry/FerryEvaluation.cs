namespace Swarm.Evaluation;

/// <summary>Runs inputs over scenarios of a recording, the sensors fitted on all the other scenarios each time.</summary>
public sealed class FerryEvaluation
{
    private readonly AutoferryDirectory _directory;
    private readonly Dictionary<string, FerryScenario> _scenarios;
    private readonly Dictionary<(string Scenario, bool Lags), FerryModel> _models = [];

    private FerryEvaluation(AutoferryDirectory directory)
    {
        _directory = directory;
        _scenarios = directory.Scenarios.ToDictionary(name => name, name => directory.Load(name).Joined());
    }

    public IReadOnlyList<string> Scenarios => _directory.Scenarios;

    /// <exception cref="DataException">The folder or one of its files is missing or malformed.</exception>
    public static FerryEvaluation Open(string path) => new(AutoferryDirectory.Open(path));

    /// <exception cref="DataException">There is no such scenario, or no other to fit the sensors on.</exception>
    public FerryRun Run(string scenario, FerryInput input, CancellationToken cancellationToken = default) =>
        FerryRun.Of(Scenario(scenario), input, ModelFor(scenario, lags: !input.InOrder), FerryTracker.Options, cancellationToken);

    public FerryScenario Scenario(string name) =>
        _scenarios.GetValueOrDefault(name) ?? throw new DataException($"no scenario {name}; there are {string.Join(", ", Scenarios)}");

    /// <param name="lags">Whether the sensors' times are put right.</param>
    public FerryModel ModelFor(string scenario, bool lags = true)
    {
        if (!_models.TryGetValue((scenario, lags), out var model))
            _models[(scenario, lags)] = model = FerryModel.Fit([.. _scenarios.Values.Where(other => other.Name != scenario)], lags);
        return model;
    }
}
