namespace Swarm.Perception;

/// <summary>Tells two tracks of one object, begun by devices that had not yet found a common picture, from two objects side by side.</summary>
internal static class Duplicates
{
    private const double GateProbability = 0.95;

    private static readonly double Gate = Gaussian2.ChiSquareQuantile(GateProbability);

    /// <summary>
    /// Two bodies cannot be in one place, so tracks are of one object where the middle of one lies in the body of the other and the estimates
    /// agree; but of two objects where one sensor saw both at once. The states are those of the tracks at one time.
    /// </summary>
    public static bool AreOne(LocalTrack a, in KinematicState atA, LocalTrack b, in KinematicState atB)
    {
        var (dx, dy) = (atA.X - atB.X, atA.Y - atB.Y);
        var reach = Math.Max(a.HalfSize, b.HalfSize);
        return (dx * dx) + (dy * dy) <= reach * reach
            && (a.FootprintAt(atA).Contains(atB.Position) || b.FootprintAt(atB).Contains(atA.Position))
            && Gaussian2.SquaredDistance(dx, dy, (atA.PP + atB.PP).Covariance) <= Gate
            && LocalTrack.AreCompatible(a, b)
            && !a.WasSeenWith(b);
    }
}
