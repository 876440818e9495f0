using Orleans.Concurrency;
using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>The models of a site's fleet: what versions there are, and who is to run which. Its key is the site id.</summary>
[Alias("swarm.IModelsGrain")]
public interface IModelsGrain : IGrainWithStringKey
{
    /// <summary>Checks a signed package by the keys that are trusted here and loads it; stores it, then retains it for the fleet. The same package again is no error.</summary>
    /// <param name="package">The JSON object, with its content inside.</param>
    [Alias("Add")]
    Task<ModelAnswer> Add(byte[] package);

    /// <summary>Has the fleet, or some of its devices first, run a version. It is stored when this returns, and on its way to every device.</summary>
    /// <param name="version">One that was added, or <c>shipped</c>.</param>
    /// <param name="devices">Null for the whole fleet, also those that come later.</param>
    [Alias("RollOut")]
    Task<ModelAnswer> RollOut(string name, string version, IReadOnlyList<DeviceId>? devices);

    /// <summary>Takes the last rollout back: devices that run a version before the others go back to the fleet's, else the fleet to the one before.</summary>
    [Alias("RollBack")]
    Task<ModelAnswer> RollBack(string name);

    [Alias("GetModels")]
    [AlwaysInterleave]
    Task<IReadOnlyList<ModelShelf>> GetModels();

    /// <summary>What a device is to run, by the models' names; a device asks when it connects.</summary>
    [Alias("GetChoices")]
    [AlwaysInterleave]
    [ResponseTimeout("00:00:02")]
    Task<IReadOnlyDictionary<string, ModelChoice>> GetChoices(DeviceId device);
}
