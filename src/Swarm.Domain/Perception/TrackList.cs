namespace Swarm.Domain;

/// <summary>
/// Channel <c>tracks</c>, at most ten times a second: of the confirmed tracks near one device that it did not see itself, those that it is to
/// hear of now. The others that it was told of hold on.
/// </summary>
/// <param name="Gone">Tracks it was told of that are none of these any more: ended, out of reach, or seen by the device itself. Null for none.</param>
[GenerateSerializer, Immutable, Alias("swarm.TrackList")]
public sealed record TrackList(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] IReadOnlyList<Track> Tracks,
    [property: Id(2)] IReadOnlyList<TrackId>? Gone = null) : DownlinkMessage;
