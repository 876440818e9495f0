namespace Swarm.Inference;

/// <summary>Layers one after the other, and the bounds of the only output.</summary>
internal sealed record DenseNet(IReadOnlyList<DenseLayer> Layers, float Least, float Most);
