using Swarm.Domain;

namespace Swarm.Grains;

/// <summary>Answers what devices ask of the models of this place. One on each silo; its key means nothing.</summary>
[Alias("swarm.IInferenceGrain")]
public interface IInferenceGrain : IGrainWithIntegerKey
{
    /// <summary>Answers within the budget of the ask, if only by saying that there is no answer.</summary>
    /// <param name="cancellationToken">Nobody waits for the answer any more.</param>
    [Alias("Answer")]
    [ResponseTimeout("00:01:10")]
    Task<InferenceAnswer> Answer(InferenceAsk ask, CancellationToken cancellationToken);
}
