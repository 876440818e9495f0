using System.Collections.Concurrent;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Grains.Edge;

/// <summary>The nets that this silo runs for thin devices, each loaded once. One per silo.</summary>
internal sealed class ReflexLibrary(IGrainFactory grains, SiteInfo site, ModelIntake intake)
{
    private readonly ConcurrentDictionary<ModelChoice, Lazy<Task<ReflexNet>>> _nets = new();

    /// <exception cref="ModelRefusedException">It may not be run, or is not there.</exception>
    public async Task<ReflexNet> GetAsync(ModelChoice choice, CancellationToken cancellationToken)
    {
        var loading = _nets.GetOrAdd(choice, key => new(() => Task.Run(() => LoadAsync(key), CancellationToken.None)));
        try
        {
            return await loading.Value.WaitAsync(cancellationToken);
        }
        catch when (loading.Value.IsFaulted)
        {
            // What was refused once may be right the next time it is stored.
            _nets.TryRemove(new(choice, loading));
            throw;
        }
    }

    private async Task<ReflexNet> LoadAsync(ModelChoice choice)
    {
        var package = await grains.ModelPackage(site.Site, ReflexModels.Name, choice.Version).Get()
            ?? throw new ModelRefusedException(ModelRefusal.NotThere, $"The site has no package of {ReflexModels.Name} {choice.Version}.");
        return intake.LoadReflex(package, choice);
    }
}
