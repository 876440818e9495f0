namespace Swarm.Domain;

/// <summary>Channel <c>desired</c> (retained): what the operator wants the device to hold to until told otherwise.</summary>
/// <param name="Version">Rises with every change; the device reports the one it holds in its state.</param>
/// <param name="MaxSpeed">Metres per second; none means the device's own limit.</param>
/// <param name="Models">By the model's name, which version the device is to run.</param>
[GenerateSerializer, Immutable, Alias("swarm.DesiredState")]
public sealed record DesiredState(
    [property: Id(0)] long Version,
    [property: Id(1)] double? MaxSpeed = null,
    [property: Id(2)] IReadOnlyDictionary<string, string>? Properties = null,
    [property: Id(3)] IReadOnlyDictionary<string, ModelChoice>? Models = null) : DownlinkMessage;
