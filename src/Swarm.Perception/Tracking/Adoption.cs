using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Brings a track that another cell calls its own among the local ones.</summary>
internal static class Adoption
{
    private const double GateProbability = 0.95;

    /// <summary>See <see cref="Tracker.Adopt"/>.</summary>
    public static bool Take(TrackSet tracks, Track track, TrackerOptions options, Func<TrackId, bool>? keeps)
    {
        var adopted = new LocalTrack();
        adopted.Begin(track, options);
        LocalTrack? named = null;
        foreach (var local in tracks.Tracks)
        {
            if (local.Id == track.Id)
                named = local;
        }

        if (named is not null && !IsSame(named, adopted, out _))
        {
            // The name went astray to another object: the owner knows better.
            named.Drop();
            tracks.Keep(static local => !local.Dropped);
            named = null;
        }

        if (named is null)
        {
            named = FindSame(tracks, adopted, options);
            if (named is not null && keeps is not null && keeps(named.Id))
                return false;
        }

        if (named is not null)
            named.Join(adopted);
        else
            tracks.Add().CopyFrom(adopted);
        return true;
    }

    public static bool IsSound(Track track) =>
        double.IsFinite(track.Position.X + track.Position.Y + track.Position.Z + track.Velocity.Speed)
        && track.Existence is >= 0 and <= 1
        && Cholesky4.TryFactor(track.Covariance, out _);

    /// <summary>The nearest local track that may be the same object and that no other cell lately called its own.</summary>
    private static LocalTrack? FindSame(TrackSet tracks, LocalTrack adopted, TrackerOptions options)
    {
        var (best, least) = (default(LocalTrack), double.PositiveInfinity);
        foreach (var local in tracks.Tracks)
        {
            var owned = local.AffirmedAt is { } affirmed && adopted.Time - affirmed <= options.SeenWindow;
            if (!owned && IsSame(local, adopted, out var distance) && distance < least)
                (best, least) = (local, distance);
        }

        return best;
    }

    private static bool IsSame(LocalTrack local, LocalTrack adopted, out double distance)
    {
        var a = local.At(adopted.Time);
        ref readonly var b = ref adopted.State;
        distance = Gaussian2.SquaredDistance(a.X - b.X, a.Y - b.Y, (a.PP + b.PP).Covariance);
        return LocalTrack.AreCompatible(local, adopted) && distance <= Gaussian2.ChiSquareQuantile(GateProbability);
    }
}
