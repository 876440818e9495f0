namespace Swarm.Domain;

/// <summary>Channel <c>tracks</c>: confirmed tracks near one device that it did not see itself, at most ten times a second.</summary>
[GenerateSerializer, Immutable, Alias("swarm.TrackList")]
public sealed record TrackList([property: Id(0)] DateTimeOffset Time, [property: Id(1)] IReadOnlyList<Track> Tracks) : DownlinkMessage;
