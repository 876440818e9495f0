namespace Swarm.Benchmarks.Sharing;

/// <summary>What sharing takes of the network, payloads alone, and what it leaves a device knowing.</summary>
/// <param name="Devices">Those told of tracks or sending detections.</param>
/// <param name="Detections">Bytes up on <c>detections</c>, for each device and second.</param>
/// <param name="AllTracks">Bytes down on <c>tracks</c> if each list had every unseen track, at each tick; for each device and second.</param>
/// <param name="DueTracks">The same with those that the sharing rules say.</param>
/// <param name="AllMessages">Messages on <c>tracks</c> for each device and second with every unseen track.</param>
/// <param name="DueMessages">The same with those that are due.</param>
/// <param name="Known">Share of the unseen tracks that devices hold, over all devices and ticks; 0 to 1.</param>
/// <param name="OffMedian">Metres between where a device holds a track to be and where the site does.</param>
/// <param name="OffMost">The largest.</param>
/// <param name="Stale">Share of the tracks held that are no unseen ones any more; 0 to 1.</param>
internal sealed record SharingRow(
    string Input,
    int Devices,
    double Seconds,
    double Detections,
    double AllTracks,
    double DueTracks,
    double AllMessages,
    double DueMessages,
    double Known,
    double OffMedian,
    double OffP99,
    double OffMost,
    double Stale);
