using Swarm.Domain;

namespace Swarm.Device;

/// <summary>Carries a track on between two times that a device is told of it.</summary>
internal static class Foretelling
{
    /// <summary>
    /// Spectral density of the acceleration, m²/s³: what a track may do without being sent anew, about 0.7 m/s in a second on each axis.
    /// The rules have a vehicle sent anew at a change of 0.5 m/s; people may do more, but are repeated twice a second.
    /// </summary>
    private const double Density = 0.5;

    /// <summary>
    /// The track by constant velocity, its covariance grown as that of a body whose acceleration is white noise (Bar-Shalom, Li and Kirubarajan,
    /// <i>Estimation with Applications to Tracking and Navigation</i>, 2001, section 6.2.2).
    /// </summary>
    /// <param name="elapsed">Not below 0.</param>
    public static Track After(this Track track, TimeSpan elapsed)
    {
        if (elapsed == TimeSpan.Zero)
            return track;
        var t = elapsed.TotalSeconds;
        return track with
        {
            Time = track.Time + elapsed,
            Position = track.Position with { X = track.Position.X + (t * track.Velocity.X), Y = track.Position.Y + (t * track.Velocity.Y) },
            Covariance = After(track.Covariance, t),
        };
    }

    private static KinematicCovariance After(KinematicCovariance p, double t)
    {
        var (q1, q2, q3) = (Density * t, Density * t * t / 2, Density * t * t * t / 3);
        return new(
            p.XX + (2 * t * p.XVx) + (t * t * p.VxVx) + q3,
            p.XY + (t * (p.XVy + p.YVx)) + (t * t * p.VxVy),
            p.XVx + (t * p.VxVx) + q2,
            p.XVy + (t * p.VxVy),
            p.YY + (2 * t * p.YVy) + (t * t * p.VyVy) + q3,
            p.YVx + (t * p.VxVy),
            p.YVy + (t * p.VyVy) + q2,
            p.VxVx + q1,
            p.VxVy,
            p.VyVy + q1);
    }
}
