namespace Swarm.Domain;

/// <summary>Channel <c>answer</c>: what became of an <see cref="InferenceAsk"/>.</summary>
/// <param name="Id">Of the ask.</param>
/// <param name="Tier">Where it was answered.</param>
/// <param name="Model">Name, size and version of the model, where one has run.</param>
/// <param name="Time">When it was answered, by the clock of the tier, UTC.</param>
/// <param name="Objects">What was found; empty where the outcome is another than <see cref="AskOutcome.Answered"/>.</param>
/// <param name="Waited">Seconds from receipt until the model began.</param>
/// <param name="Took">Seconds that the model ran.</param>
/// <param name="Detail">Why there is no answer, for people.</param>
[GenerateSerializer, Immutable, Alias("swarm.InferenceAnswer")]
public sealed record InferenceAnswer(
    [property: Id(0)] string Id,
    [property: Id(1)] AskOutcome Outcome,
    [property: Id(2)] TierKind Tier,
    [property: Id(3)] DateTimeOffset Time,
    [property: Id(4)] IReadOnlyList<ImageObject> Objects,
    [property: Id(5)] string? Model = null,
    [property: Id(6)] double Waited = 0,
    [property: Id(7)] double Took = 0,
    [property: Id(8)] string? Detail = null) : DownlinkMessage;
