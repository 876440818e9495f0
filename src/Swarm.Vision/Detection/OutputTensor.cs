namespace Swarm.Vision;

/// <summary>An output of a model: <paramref name="Numbers"/> are those of its latest run.</summary>
internal sealed record OutputTensor(string Name, IReadOnlyList<long> Shape, float[] Numbers);
