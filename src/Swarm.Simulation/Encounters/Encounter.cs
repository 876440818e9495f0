using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>A machine on its way, and what it meets: the frame is that of the machine at first.</summary>
/// <param name="Speed">At first, metres per second.</param>
/// <param name="Curvature">Of its way, 1/m, to the left.</param>
/// <param name="Load">0 to 1.</param>
/// <param name="Noise">Standard deviation of a range, metres, and as much again for each 10 m.</param>
internal sealed record Encounter(
    ReflexProfile Profile, double Speed, double Curvature, double Load, double Friction, double Noise, IReadOnlyList<Thing> Things)
{
    private readonly RangeScanner _scan = new();

    public double Braking => Profile.BrakingAt(Load, Friction);

    /// <summary>Where the machine is after so many metres.</summary>
    public Pose At(double metres)
    {
        var yaw = Curvature * metres;
        if (Math.Abs(Curvature) < 1e-6)
            return new(metres, 0, 0);
        return new(Math.Sin(yaw) / Curvature, (1 - Math.Cos(yaw)) / Curvature, yaw);
    }

    /// <summary>Whether the machine touches something, or comes nearer than <paramref name="margin"/> metres.</summary>
    public bool Touches(double metres, double seconds, double margin)
    {
        var machine = new Box(At(metres), Profile.Length + (2 * margin), Profile.Width + (2 * margin));
        foreach (var thing in Things)
        {
            if (machine.Overlaps(thing.At(seconds)))
                return true;
        }

        return false;
    }

    /// <summary>What its reflex is given.</summary>
    public ReflexInput Look(double metres, double speed, double seconds, Dice dice)
    {
        _scan.Clear();
        var pose = At(metres);
        foreach (var thing in Things)
            _scan.Add(pose, thing.At(seconds));
        var ranges = _scan.Ranges;
        for (var i = 0; i < SectorRanges.Count; i++)
        {
            if (ranges[i] < SectorRanges.Reach)
                ranges[i] = (float)Math.Clamp(ranges[i] + (Noise * (1 + (ranges[i] / 10)) * dice.Gaussian()), 0, SectorRanges.Reach);
        }

        return new(ranges, speed, Curvature * speed, Load, Friction);
    }
}
