namespace Swarm.Inference;

/// <summary>
/// How far a machine goes until it stands, by responsibility-sensitive safety (Shalev-Shwartz, Shammah and Shashua, <i>On a Formal Model of
/// Safe and Scalable Self-driving Cars</i>, arXiv 1708.06374v6, Definition 1 and Lemma 2), and the fastest that it may be within a distance.
/// </summary>
internal readonly struct StoppingDistance
{
    /// <summary>Speeds are whole numbers of these: about a millimetre per second, and exact in binary.</summary>
    private const double Step = 1.0 / 1024;

    private readonly double _response;
    private readonly double _gained;
    private readonly double _byGaining;
    private readonly double _approach;
    private readonly double _perBraking;

    /// <param name="braking">a_min,brake in metres per second squared, above 0.</param>
    public StoppingDistance(ReflexProfile profile, double braking)
    {
        _response = profile.ResponseTime;
        _gained = profile.Acceleration * profile.ResponseTime;
        _byGaining = 0.5 * profile.Acceleration * profile.ResponseTime * profile.ResponseTime;
        _approach = profile.ApproachSpeed;
        _perBraking = 1 / braking;
    }

    /// <summary>
    /// The metres that must be free ahead of a machine at <paramref name="speed"/>. Lemma 2, with the one in front standing (v_f = 0):
    /// <code>d_min = v ρ + ½ a_max,accel ρ² + (v + ρ a_max,accel)² / (2 a_min,brake)</code>
    /// and, since things here are not on lanes but may come towards the machine at u, what they cover until it stands (Definition 2 adds the other's way in
    /// the same manner; there the other brakes too, here it does not):
    /// <code>+ u (ρ + (v + ρ a_max,accel) / a_min,brake)</code>
    /// Never less for a greater speed or less braking, to the last bit.
    /// </summary>
    public double Of(double speed)
    {
        var fastest = speed + _gained;
        var halting = fastest * _perBraking;
        return (speed * _response) + _byGaining + (0.5 * fastest * halting) + (_approach * (_response + halting));
    }

    /// <summary>
    /// The greatest speed, up to <paramref name="most"/>, from which <paramref name="distance"/> metres suffice to stop; 0 where none does. Searched by
    /// halving over whole steps rather than by solving the quadratic, whose rounding would now and then allow more speed for a heavier load.
    /// </summary>
    public double FastestWithin(double distance, double most)
    {
        var steps = 0;
        for (var bit = 1 << 15; bit > 0; bit >>= 1)
        {
            var speed = (steps | bit) * Step;
            if (speed <= most && Of(speed) <= distance)
                steps |= bit;
        }

        var fastest = steps * Step;
        // The greatest step below `most` is as good as `most` itself if that fits too.
        return most - fastest < Step && Of(most) <= distance ? most : fastest;
    }

    /// <summary>Seconds from now until it stands.</summary>
    public double Time(double speed) => _response + (speed * _perBraking);
}
