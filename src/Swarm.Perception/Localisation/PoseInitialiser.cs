using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Finds where a device is that does not know: places known both in the frame that its odometry began in and in the site frame are
/// collected until the turn and shift between the two frames is sure enough. Few that do not fit with the others are left out.
/// </summary>
internal sealed class PoseInitialiser
{
    private const int Capacity = 32;
    private const int Fewest = 4;

    /// <summary>At most one in so many may have been misread.</summary>
    private const int MisreadOneIn = 4;

    /// <summary>Radians; surer than this, the filter can go on from there.</summary>
    private const double SureYaw = 0.2;

    private readonly List<CommonPlace> _places = new(Capacity + 1);
    private readonly List<CommonPlace> _fit = new(Capacity + 1);

    public void Clear() => _places.Clear();

    public void Add(CommonPlace place)
    {
        _places.Add(place);
        if (_places.Count > Capacity)
            _places.RemoveAt(0);
    }

    /// <summary>The pose in the site frame of a device, if it can be told.</summary>
    /// <param name="local">Where the device is in the frame of its odometry, with how uncertain that has become.</param>
    public bool TryAlign(in PoseEstimate local, out Pose pose, out PoseCovariance covariance)
    {
        _fit.Clear();
        foreach (var place in _places)
            _fit.Add(place.SeenFrom(local));

        (pose, covariance) = (default, default);
        while (_fit.Count >= Fewest && _places.Count - _fit.Count <= _places.Count / MisreadOneIn)
        {
            var frame = FrameAlignment.Of(_fit);
            var (worst, sum) = Misfit(frame);
            // Chi-square of two numbers a place less the three of the frame: two standard deviations above what it is on average.
            var degrees = (2 * _fit.Count) - 3;
            if (sum <= degrees + (2 * Math.Sqrt(2 * degrees)))
            {
                (pose, covariance) = frame.Apply(local.Pose);
                return frame.YawDeviation <= SureYaw;
            }

            _fit.RemoveAt(worst);
        }

        return false;
    }

    /// <summary>The place that fits the worst, and the sum of all squared distances in standard deviations.</summary>
    private (int Worst, double Sum) Misfit(FrameAlignment frame)
    {
        var (worst, farthest, sum) = (0, 0.0, 0.0);
        for (var i = 0; i < _fit.Count; i++)
        {
            var off = frame.Apply(_fit[i].Local).DistanceTo(_fit[i].Site);
            var distance = off * off / _fit[i].Variance;
            sum += distance;
            if (distance > farthest)
                (worst, farthest) = (i, distance);
        }

        return (worst, sum);
    }
}
