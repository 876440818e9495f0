namespace Swarm.Domain;

/// <summary>
/// Channel <c>ranges</c>: how far a thin device is from what is around it, for the reflex that its twin runs in its place. The answer is a
/// command of kind <see cref="CommandKind.Drive"/>.
/// </summary>
/// <param name="Sequence">Rises by one with every scan and may begin again with every start; the answer carries it as its epoch.</param>
/// <param name="Ranges">
/// Metres from the origin of the body frame, which is to be the middle of the device's outline, to the nearest thing in each of 4 to 360 equal
/// sectors, counter-clockwise, the first centred on the way that it goes. <paramref name="MaxRange"/> where nothing is nearer.
/// </param>
/// <param name="MaxRange">How far the device can measure, metres.</param>
/// <param name="Speed">Metres per second, 0 or more.</param>
/// <param name="YawRate">Radians per second.</param>
/// <param name="Load">Share of the payload that it may carry, 0 to 1; taken for 1 where it is not said.</param>
/// <param name="Friction">Of the ground, 0 to 1.5; taken for that of wet asphalt, 0.5, where it is not said.</param>
[GenerateSerializer, Immutable, Alias("swarm.RangeScan")]
public sealed record RangeScan(
    [property: Id(0)] long Sequence,
    [property: Id(1)] IReadOnlyList<double> Ranges,
    [property: Id(2)] double MaxRange,
    [property: Id(3)] double Speed,
    [property: Id(4)] double YawRate,
    [property: Id(5)] double? Load = null,
    [property: Id(6)] double? Friction = null,
    DeviceId? Device = null) : UplinkMessage(Device);
