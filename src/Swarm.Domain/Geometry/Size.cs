using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>The box around a body in its own frame: length along x, width along y, height along z, in metres.</summary>
[GenerateSerializer, Immutable, Alias("swarm.Size")]
[method: JsonConstructor]
public readonly record struct Size([property: Id(0)] double Length, [property: Id(1)] double Width, [property: Id(2)] double Height = 0);
