namespace Swarm.Evaluation;

/// <summary>Sums up what an odometry says.</summary>
/// <param name="delay">Seconds until what it says is done.</param>
internal sealed class OdometrySum(IReadOnlyList<MrClamOdometry> odometry, double delay)
{
    private readonly OdometrySaid[] _until = Sum(odometry);

    public double Begin => odometry[0].Time + delay;

    public double End => odometry[^1].Time + delay;

    public OdometrySaid Between(double from, double to) => Until(to) - Until(from);

    private static OdometrySaid[] Sum(IReadOnlyList<MrClamOdometry> odometry)
    {
        var sums = new OdometrySaid[odometry.Count];
        for (var i = 1; i < odometry.Count; i++)
            sums[i] = sums[i - 1].Then(odometry[i - 1], odometry[i].Time - odometry[i - 1].Time);
        return sums;
    }

    private OdometrySaid Until(double time)
    {
        var (low, high) = (0, odometry.Count - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = odometry[middle].Time <= time - delay ? (middle, high) : (low, middle);
        }

        return _until[low].Then(odometry[low], time - delay - odometry[low].Time);
    }
}
