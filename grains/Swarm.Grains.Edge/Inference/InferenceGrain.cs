using Orleans.Concurrency;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>The door of a silo's models: what waits, and for how long, is up to <see cref="PlaceInference"/>.</summary>
[GrainType("inference")]
[StatelessWorker(1)]
[Reentrant]
internal sealed class InferenceGrain(PlaceInference inference) : Grain, IInferenceGrain
{
    public Task<InferenceAnswer> Answer(InferenceAsk ask, CancellationToken cancellationToken) => inference.AnswerAsync(ask, cancellationToken);
}
