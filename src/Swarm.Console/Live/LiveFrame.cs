namespace Swarm.OperatorConsole.Live;

/// <summary>One event of the live stream, serialised once for all who listen.</summary>
/// <param name="Number">Rises by one with each frame; the stream's event id.</param>
/// <param name="Event"><c>snapshot</c> or <c>unavailable</c>.</param>
internal sealed record LiveFrame(long Number, string Event, string Json);
