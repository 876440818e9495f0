namespace Swarm.Benchmarks.Sharing;

/// <summary>Adds up over devices, ticks and recordings.</summary>
internal sealed class SharingCount
{
    private readonly List<double> _off = [];
    private long _unseen;
    private long _held;

    /// <summary>Sum of the seconds of each device.</summary>
    public double DeviceSeconds { get; private set; }

    public double Seconds { get; private set; }

    public int Devices { get; private set; }

    public long DetectionBytes { get; set; }

    public long AllBytes { get; set; }

    public long AllMessages { get; set; }

    public long DueBytes { get; set; }

    public long DueMessages { get; set; }

    public void Played(double seconds, int devices)
    {
        (Seconds, Devices) = (Seconds + seconds, Math.Max(Devices, devices));
        DeviceSeconds += seconds * devices;
    }

    /// <param name="unseen">Tracks that the device is to know of now.</param>
    /// <param name="held">Tracks that it holds.</param>
    public void Holds(int unseen, int held) => (_unseen, _held) = (_unseen + unseen, _held + held);

    /// <summary>A track that it is to know of is held, this far from where it is; metres.</summary>
    public void Off(double distance) => _off.Add(distance);

    public SharingRow Row(string input)
    {
        _off.Sort();
        return new(
            input,
            Devices,
            Seconds,
            DetectionBytes / DeviceSeconds,
            AllBytes / DeviceSeconds,
            DueBytes / DeviceSeconds,
            AllMessages / DeviceSeconds,
            DueMessages / DeviceSeconds,
            (double)_off.Count / _unseen,
            Quantile(0.5),
            Quantile(0.99),
            Quantile(1),
            1 - ((double)_off.Count / _held));
    }

    private double Quantile(double share) => _off.Count == 0 ? double.NaN : _off[(int)Math.Ceiling(share * (_off.Count - 1))];
}
