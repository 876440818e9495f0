using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>The one place where a track becomes a scored box: whether it is shown in a frame, and how sure it counts as.</summary>
internal static class ShownTrack
{
    /// <param name="number">Of the track within its sequence.</param>
    /// <returns>Null where the track has no body yet, nobody sees it and it is not likely enough without, or it cannot be seen.</returns>
    public static TrackBox? Of(Track track, int number, IFrameView view, TrackerSettings settings) =>
        track is { Size: { Height: > 0 } size, Yaw: { } yaw }
        && (track.SeenBy.Count > 0 || track.Existence >= settings.CoastExistence)
        && view.Look(track.Position, size, yaw) is { } seen
            ? new(number, seen.Box, settings.Calibration?.ProbabilityOf(track.Existence) ?? track.Existence, seen.Image)
            : null;
}
