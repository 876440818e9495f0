using Swarm.Domain;
using Swarm.Grains;

namespace Swarm.OperatorConsole.Tests.Fakes;

/// <summary>Answers as it is told, and remembers what it was asked.</summary>
internal sealed class FakeModelsGrain : IModelsGrain
{
    public ModelShelf Shelf { get; set; } = new(
        "reflex",
        [new ModelEntry("2", new string('a', 64), 10, "key", DateTimeOffset.UnixEpoch)],
        [new ModelChoice("shipped"), new ModelChoice("2", new string('a', 64))],
        new Dictionary<DeviceId, ModelChoice> { [new("wagon-1")] = new("3", new string('b', 64)) });

    /// <summary>When set, every change is refused so.</summary>
    public string? Refusal { get; set; }

    public List<string> Asked { get; } = [];

    public Task<ModelAnswer> Add(byte[] package) => Answer($"add {package.Length}");

    public Task<ModelAnswer> RollOut(string name, string version, IReadOnlyList<DeviceId>? devices) =>
        Answer($"{name} {version} to {(devices is null ? "all" : string.Join(",", devices))}");

    public Task<ModelAnswer> RollBack(string name) => Answer($"{name} back");

    public Task<IReadOnlyList<ModelShelf>> GetModels() => Task.FromResult<IReadOnlyList<ModelShelf>>([Shelf]);

    public Task<IReadOnlyDictionary<string, ModelChoice>> GetChoices(DeviceId device) => throw new NotSupportedException();

    private Task<ModelAnswer> Answer(string asked)
    {
        Asked.Add(asked);
        return Task.FromResult(Refusal is null ? new ModelAnswer(Shelf) : new ModelAnswer(null, Refusal, "because"));
    }
}
