using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>Drives a machine through an encounter in steps.</summary>
internal static class EncounterDrive
{
    private const double Dt = 0.05;

    /// <summary>Seconds for which a speed is kept before the next look bids something else, in hindsight: the label's horizon.</summary>
    private const double Held = 0.4;

    /// <summary>Seconds of a whole drive.</summary>
    private const double Lasting = 6;

    /// <summary>Slower than this, being touched is not touching, metres per second.</summary>
    private const double Motion = 0.05;

    /// <summary>Metres that a speed must leave to have been right.</summary>
    private const double Margin = 0.05;

    private const int Shares = 20;

    /// <summary>
    /// The largest share of full speed that, sought now and for <see cref="Held"/> seconds and braked from after, would have touched nothing as things
    /// went, nor any smaller share: to be quick enough to pass before somebody is no reason to go. 0 where even braking at once would have touched.
    /// </summary>
    public static double RightShare(Encounter encounter)
    {
        for (var share = 0; share <= Shares; share++)
        {
            if (!EndsWell(encounter, encounter.Profile.MaxSpeed * share / Shares))
                return Math.Max(0, share - 1.0) / Shares;
        }

        return 1;
    }

    /// <summary>Drives on, asking at each step how fast it may be.</summary>
    /// <param name="ask">Given the verdict, metres per second; null to drive as if blind.</param>
    /// <returns>Whether it touched something while it moved, and how far it went.</returns>
    public static (bool Touched, double Metres) Drive(Encounter encounter, Reflex reflex, Func<ReflexVerdict, double>? ask, Dice dice)
    {
        var (metres, speed) = (0.0, encounter.Speed);
        for (var t = 0.0; t < Lasting; t += Dt)
        {
            var target = encounter.Profile.MaxSpeed;
            if (ask is not null)
                target = Math.Min(target, ask(reflex.Step(encounter.Look(metres, speed, t, dice))));
            (metres, speed) = Move(encounter, metres, speed, target);
            if (speed > Motion && encounter.Touches(metres, t + Dt, margin: 0))
                return (true, metres);
        }

        return (false, metres);
    }

    private static bool EndsWell(Encounter encounter, double target)
    {
        var (metres, speed) = (0.0, encounter.Speed);
        for (var t = 0.0; t < Held || speed > 0; t += Dt)
        {
            (metres, speed) = Move(encounter, metres, speed, t < Held ? target : 0);
            if (speed > Motion && encounter.Touches(metres, t + Dt, Margin))
                return false;
        }

        return true;
    }

    private static (double Metres, double Speed) Move(Encounter encounter, double metres, double speed, double target)
    {
        var next = Math.Max(0, speed + Math.Clamp(target - speed, -encounter.Braking * Dt, encounter.Profile.Acceleration * Dt));
        return (metres + ((speed + next) / 2 * Dt), next);
    }
}
