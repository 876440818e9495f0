namespace Swarm.Inference;

/// <summary>A loaded model and what it is called.</summary>
public sealed record ModelVersion<TModel>(string Version, TModel Model)
    where TModel : class;
