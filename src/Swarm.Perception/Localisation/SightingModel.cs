using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Range and bearing of one body from another, linearised where both are believed to be.</summary>
internal readonly struct SightingModel
{
    /// <summary>Nearer than this, in metres, a bearing says nothing.</summary>
    private const double Nearest = 0.05;

    private SightingModel(Matrix<Two, One> residual, Matrix<Two, Three> observer, Matrix<Two, Three> observed)
    {
        Residual = residual;
        Observer = observer;
        Observed = observed;
    }

    /// <summary>Seen less expected: metres, radians.</summary>
    public Matrix<Two, One> Residual { get; }

    /// <summary>The derivative by the observer's (x, y, yaw).</summary>
    public Matrix<Two, Three> Observer { get; }

    /// <summary>The derivative by the (x, y, yaw) of what is seen.</summary>
    public Matrix<Two, Three> Observed { get; }

    /// <summary>False where the two are believed to be in one place.</summary>
    public static bool TryLinearise(RangeBearing seen, Pose observer, Point2 observed, out SightingModel model)
    {
        var (dx, dy) = (observed.X - observer.X, observed.Y - observer.Y);
        var range = Math.Sqrt((dx * dx) + (dy * dy));
        model = default;
        if (!(range >= Nearest))
            return false;

        var (ex, ey) = (dx / range, dy / range);
        var residual = Matrices.Column<Two>(seen.Range - range, Angle.Normalize(seen.Bearing - Math.Atan2(dy, dx) + observer.Yaw));
        var byObserved = default(Matrix<Two, Three>);
        byObserved[0, 0] = ex;
        byObserved[0, 1] = ey;
        byObserved[1, 0] = -ey / range;
        byObserved[1, 1] = ex / range;
        var byObserver = -1 * byObserved;
        byObserver[1, 2] = -1;
        model = new(residual, byObserver, byObserved);
        return true;
    }
}
