using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Grains.Edge;

/// <summary>
/// The models of a site. What is rolled out is stored first and told after that, by a timer that goes on until every device has it stored, also in the activation that
/// follows this one.
/// </summary>
[GrainType("models")]
internal sealed partial class ModelsGrain(
    [PersistentState("models", EdgeStorage.Name)] IPersistentState<ModelShelves> state,
    ModelIntake intake,
    IDownlink downlink,
    TimeProvider time,
    EdgeMetrics metrics,
    ILogger<ModelsGrain> logger) : Grain, IModelsGrain
{
    private const int CallsAtOnce = 64;
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(1);

    private readonly HashSet<DeviceId> _untold = [];
    private readonly HashSet<(string Name, string Version)> _retained = [];
    private Dictionary<string, ModelShelf> _shelves = [];
    private SiteId _site;
    private long _change;
    private IGrainTimer _timer = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _site = new SiteId(this.GetPrimaryKeyString());
        _shelves = state.State.Shelves.ToDictionary(shelf => shelf.Name);
        _timer = this.RegisterGrainTimer(TellAsync, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, RetryPeriod) { Interleave = true, KeepAlive = true });
        if (_shelves.Count > 0)
        {
            // The activation before may have ended while it told them; who knows already stores nothing. And an embedded broker retains nothing beyond its process.
            Tell(await GrainFactory.Site(_site).GetDevices());
        }
    }

    public async Task<ModelAnswer> Add(byte[] package)
    {
        ModelManifest manifest;
        try
        {
            manifest = await Task.Run(() => intake.Check(package));
        }
        catch (ModelRefusedException refused)
        {
            return new(null, refused.Reason.Name(), refused.Message);
        }

        var shelf = _shelves.GetValueOrDefault(manifest.Name) ?? RolloutRules.Empty(manifest.Name);
        var kept = shelf.Versions.FirstOrDefault(entry => entry.Version == manifest.Version);
        if (kept is not null && kept.Sha256 != manifest.Sha256)
        {
            return new(null, "version-taken", $"The site has another content as {manifest.Name} {manifest.Version}; a version stands for one, always.");
        }

        await GrainFactory.ModelPackage(_site, manifest.Name, manifest.Version).Put(package);
        if (kept is null)
        {
            var entry = new ModelEntry(manifest.Version, manifest.Sha256, manifest.Size, manifest.Key!, time.GetUtcNow());
            await StoreAsync(shelf with { Versions = [.. shelf.Versions, entry] });
        }

        _retained.Remove((manifest.Name, manifest.Version));
        await RetainAsync(manifest.Name, manifest.Version);
        return new(_shelves[manifest.Name]);
    }

    public async Task<ModelAnswer> RollOut(string name, string version, IReadOnlyList<DeviceId>? devices)
    {
        if (!_shelves.TryGetValue(name, out var shelf))
        {
            return UnknownModel(name);
        }

        if (shelf.Find(version) is not { } choice)
        {
            return new(null, "unknown-version", $"The site has no version {version} of {name}; add its signed package first.");
        }

        await ApplyAsync(devices is null ? shelf.ToAll(choice) : shelf.ToSome(choice, devices), devices);
        return new(_shelves[name]);
    }

    public async Task<ModelAnswer> RollBack(string name)
    {
        if (!_shelves.TryGetValue(name, out var shelf))
        {
            return UnknownModel(name);
        }

        if (shelf.Back() is not { } back)
        {
            return new(null, "nothing-before", $"The fleet runs the {name} that it comes with; there is nothing to go back to.");
        }

        await ApplyAsync(back, devices: null);
        return new(_shelves[name]);
    }

    public Task<IReadOnlyList<ModelShelf>> GetModels() => Task.FromResult<IReadOnlyList<ModelShelf>>([.. _shelves.Values.OrderBy(shelf => shelf.Name, StringComparer.Ordinal)]);

    public Task<IReadOnlyDictionary<string, ModelChoice>> GetChoices(DeviceId device) => Task.FromResult<IReadOnlyDictionary<string, ModelChoice>>(ChoicesFor(device));

    private static ModelAnswer UnknownModel(string name) => new(null, "unknown-model", $"The site has no model {name}; add a signed package of it first.");

    private Dictionary<string, ModelChoice> ChoicesFor(DeviceId device) => _shelves.Values
        .Select(shelf => (shelf.Name, Choice: shelf.ChoiceFor(device)))
        .Where(model => model.Choice.Sha256 is not null)
        .ToDictionary(model => model.Name, model => model.Choice);

    private async Task ApplyAsync(ModelShelf next, IReadOnlyList<DeviceId>? devices)
    {
        await StoreAsync(next);
        await RetainAsync();
        Tell(devices ?? await GrainFactory.Site(_site).GetDevices());
    }

    private async Task StoreAsync(ModelShelf next)
    {
        var before = state.State;
        state.State = new ModelShelves { Shelves = [.. _shelves.Values.Where(shelf => shelf.Name != next.Name), next] };
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            metrics.FailedWrite("models");
            throw;
        }

        _shelves[next.Name] = next;
        _change++;
    }

    /// <summary>Sees that the broker retains every version that somebody may be told to run.</summary>
    /// <returns>Whether it does.</returns>
    private async Task<bool> RetainAsync()
    {
        var all = true;
        foreach (var shelf in _shelves.Values.ToList())
        {
            foreach (var version in shelf.History.Concat(shelf.Ahead.Values).Select(choice => choice.Version).Distinct())
            {
                all &= await RetainAsync(shelf.Name, version);
            }
        }

        return all;
    }

    private async Task<bool> RetainAsync(string name, string version)
    {
        if (_shelves[name].Find(version)?.Sha256 is null || _retained.Contains((name, version)))
        {
            return true;
        }

        if (await GrainFactory.ModelPackage(_site, name, version).Get() is { } package && await downlink.RetainModelAsync(name, version, package))
        {
            _retained.Add((name, version));
            return true;
        }

        LogNotRetained(name, version);
        return false;
    }

    private void Tell(IReadOnlyList<DeviceId> devices)
    {
        _untold.UnionWith(devices);
        _timer.Change(TimeSpan.Zero, RetryPeriod);
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = CallsAtOnce,
            CancellationToken = cancellationToken,
            TaskScheduler = TaskScheduler.Current, // Stays on this grain's own thread.
        };
        var retained = await RetainAsync();
        await Parallel.ForEachAsync(_untold.ToList(), options, TellAsync);
        if (retained && _untold.Count == 0)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, RetryPeriod);
        }
    }

    private async ValueTask TellAsync(DeviceId device, CancellationToken cancellationToken)
    {
        var change = _change;
        try
        {
            await GrainFactory.Device(_site, device).SetModels(ChoicesFor(device)).WaitAsync(cancellationToken);
            if (change == _change)
            {
                _untold.Remove(device);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.FailedCall("device");
            LogNotTold(exception, device);
        }
    }

    [LoggerMessage(EventId = 30, EventName = "ModelsNotTold", Level = LogLevel.Warning, Message = "{Device} could not be told which models to run; tried again.")]
    private partial void LogNotTold(Exception exception, DeviceId device);

    [LoggerMessage(EventId = 31, EventName = "ModelNotRetained", Level = LogLevel.Warning, Message = "No broker took the package of {Name} {Version}; tried again.")]
    private partial void LogNotRetained(string name, string version);
}
