namespace Swarm.Domain;

/// <summary>Channel <c>command</c> (QoS 1): one thing to do now.</summary>
/// <param name="Id">Names the command; the same id is the same command, sent again.</param>
/// <param name="Epoch">Rises with every new command for the device; a device refuses one older than the newest it accepted.</param>
/// <param name="Expires">Site time after which the device refuses it.</param>
/// <param name="MaxSpeed">Metres per second, with <see cref="CommandKind.LimitSpeed"/>.</param>
/// <param name="Reason">For people.</param>
[GenerateSerializer, Immutable, Alias("swarm.DeviceCommand")]
public sealed record DeviceCommand(
    [property: Id(0)] string Id,
    [property: Id(1)] CommandKind Kind,
    [property: Id(2)] long Epoch,
    [property: Id(3)] DateTimeOffset Expires,
    [property: Id(4)] double? MaxSpeed = null,
    [property: Id(5)] string? Reason = null) : DownlinkMessage;
