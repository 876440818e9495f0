namespace Swarm.Domain;

/// <summary>
/// Channel <c>ask</c>: an inference wanted of the tier above, by a device of its site or by a site of the centre. The answer comes on
/// <c>answer</c>, or too late to be of use, or never: who asks has an answer of its own already.
/// </summary>
/// <param name="Id">Chosen by who asks, different each time; the answer carries it.</param>
/// <param name="Task">What is wanted, such as <c>objects</c>.</param>
/// <param name="Budget">Seconds from sending after which the answer is of no use.</param>
/// <param name="Image">JPEG; empty with <paramref name="Cancel"/>.</param>
/// <param name="Model">The model that is wanted, as in an answer's <c>model</c>; the tier's best where it is not said.</param>
/// <param name="Cancel">The answer to the ask of this id is not wanted any more.</param>
[GenerateSerializer, Immutable, Alias("swarm.InferenceAsk")]
public sealed record InferenceAsk(
    [property: Id(0)] string Id,
    [property: Id(1)] string Task,
    [property: Id(2)] double Budget,
    [property: Id(3)] ReadOnlyMemory<byte> Image,
    [property: Id(4)] bool Cancel = false,
    [property: Id(5)] string? Model = null,
    DeviceId? Device = null) : UplinkMessage(Device);
