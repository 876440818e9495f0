namespace Swarm.Domain;

/// <summary>Which version of a model a device is to run.</summary>
/// <param name="Version">As the package says; <c>shipped</c> for what the device's program comes with.</param>
/// <param name="Sha256">Of the content, 64 hexadecimal digits in lower case; none for <c>shipped</c>.</param>
[GenerateSerializer, Immutable, Alias("swarm.ModelChoice")]
public sealed record ModelChoice([property: Id(0)] string Version, [property: Id(1)] string? Sha256 = null);
