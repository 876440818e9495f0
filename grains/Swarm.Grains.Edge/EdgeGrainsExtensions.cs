using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;
using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Grains.Edge;

public static class EdgeGrainsExtensions
{
    /// <summary>
    /// Adds what the grains of a site need. The host adds the storage provider named <see cref="EdgeStorage.Name"/> and an
    /// <see cref="IDownlink"/>.
    /// </summary>
    public static ISiloBuilder AddEdgeGrains(this ISiloBuilder builder, SiteInfo site)
    {
        var services = builder.Services;
        services.AddSingleton(site);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.TryAddSingleton<EdgeMetrics>();
        services.TryAddSingleton(_ => new InferenceOptions());
        services.TryAddSingleton<PlaceInference>();
        services.TryAddSingleton(_ => new ModelVerifier(ModelKeys.None));
        services.TryAddSingleton<ModelIntake>();
        services.TryAddSingleton<ReflexLibrary>();

        // The default JSON serializer cannot set the identifiers' values; this one stores by [Alias] and [Id] as the wire does.
        services.TryAddKeyedSingleton<IGrainStorageSerializer, OrleansGrainStorageSerializer>(EdgeStorage.Name);
        return builder;
    }
}
