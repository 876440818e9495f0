using Swarm.Domain;
using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>Makes up encounters: people, corners and walls, parked vans with somebody behind them, other machines.</summary>
internal static class EncounterMaker
{
    private const double Margin = 0.02;

    /// <summary>The same for the same dice. At first nothing touches the machine.</summary>
    public static Encounter Make(Dice dice)
    {
        while (true)
        {
            var profile = Profile(dice);
            var speed = profile.MaxSpeed * Math.Sqrt(dice.Uniform());
            var turning = dice.Chance(0.3) ? dice.Uniform(-1, 1) : 0;
            var encounter = new Encounter(
                profile,
                speed,
                turning / Math.Max(0.7, speed),
                dice.Uniform(),
                dice.Chance(0.7) ? ReflexProfile.DryFriction : dice.Uniform(0.08, 0.8),
                Noise: dice.Uniform(0, 0.02),
                [.. Scene(profile, dice)]);
            if (!encounter.Touches(0, 0, Margin))
                return encounter;
        }
    }

    private static ReflexProfile Profile(Dice dice)
    {
        var like = ReflexProfiles.All[dice.Below(ReflexProfiles.All.Count)];
        return like with
        {
            Length = like.Length * dice.Uniform(0.8, 1.3),
            Width = like.Width * dice.Uniform(0.8, 1.3),
            MaxSpeed = like.MaxSpeed * dice.Uniform(0.8, 1.3),
            Braking = like.Braking * dice.Uniform(0.8, 1.3),
        };
    }

    private static List<Thing> Scene(ReflexProfile profile, Dice dice)
    {
        List<Thing> things = [];
        // What can matter lies within what the machine covers until it stands, and a bit.
        var reach = 1 + (1.6 * ((profile.MaxSpeed * profile.MaxSpeed / (2 * profile.Braking)) + (0.5 * profile.MaxSpeed)));
        var kind = dice.Uniform();
        if (kind is >= 0.25 and < 0.5)
        {
            Corridor(things, profile, dice);
        }
        else if (kind is >= 0.5 and < 0.65)
        {
            Corner(things, reach, dice);
        }
        else if (kind is >= 0.65 and < 0.8)
        {
            Vans(things, profile, dice);
        }
        else if (kind >= 0.8)
        {
            Machine(things, reach, dice);
        }

        for (var people = kind < 0.25 ? 1 + dice.Below(3) : dice.Below(3); people > 0; people--)
            AddSeen(things, Somebody(reach, dice));
        return things;
    }

    /// <summary>Adds somebody who stands where the machine can see them, and in nothing else.</summary>
    private static void AddSeen(List<Thing> things, Thing somebody)
    {
        const int Points = 12;
        for (var i = 1; i <= Points; i++)
        {
            var on = (double)i / Points;
            var point = new Box(new(on * somebody.Pose.X, on * somebody.Pose.Y, somebody.Pose.Yaw), on * somebody.Length, on * somebody.Width);
            if (things.Exists(thing => thing.At(0).Overlaps(point)))
                return;
        }

        things.Add(somebody);
    }

    private static Thing Somebody(double reach, Dice dice)
    {
        var at = dice.Uniform(0.2, reach + 1.5) * Plane.Direction(dice.Chance(0.75) ? dice.Uniform(-1.2, 1.2) : dice.Uniform(-Math.PI, Math.PI));
        var does = dice.Uniform();
        return does switch
        {
            < 0.35 => Thing.Person(at, dice.Uniform(-Math.PI, Math.PI), 0),
            < 0.6 => Thing.Person(at, (dice.Chance(0.5) ? 0 : Math.PI) + (0.2 * dice.Gaussian()), dice.Uniform(0.6, 1.8)),
            < 0.92 => Thing.Person(at, (at.Y > 0 ? -1 : 1) * dice.Uniform(0.8, 2.3), dice.Uniform(0.6, 1.8), lasting: dice.Uniform(0.5, 4)),
            _ => Thing.Person(at, (at.Y > 0 ? -1 : 1) * dice.Uniform(1.2, 1.9), dice.Uniform(2, 3.5)),
        };
    }

    private static void Corridor(List<Thing> things, ReflexProfile profile, Dice dice)
    {
        var skew = 0.08 * dice.Gaussian();
        foreach (var side in new[] { -1, 1 })
        {
            if (dice.Chance(0.85))
                things.Add(Thing.Wall(dice.Uniform(-3, 3), side * ((profile.Width / 2) + dice.Uniform(0.1, 2.5)), skew, dice.Uniform(6, 20)));
        }
    }

    /// <summary>A wall across the way, and one beside it.</summary>
    private static void Corner(List<Thing> things, double reach, Dice dice)
    {
        var (ahead, aside) = (dice.Uniform(0.5, reach + 2), (dice.Chance(0.5) ? 1 : -1) * dice.Uniform(0.4, 2.5));
        var length = dice.Uniform(1, 8);
        things.Add(Thing.Wall(ahead, dice.Chance(0.6) ? 0 : aside + (Math.Sign(aside) * length / 2), (Math.PI / 2) + (0.2 * dice.Gaussian()), length));
        if (dice.Chance(0.6))
            things.Add(Thing.Wall(ahead - 3, aside, 0.05 * dice.Gaussian(), 6));
    }

    /// <summary>A row beside the way, with gaps out of which somebody may run.</summary>
    private static void Vans(List<Thing> things, ReflexProfile profile, Dice dice)
    {
        var side = dice.Chance(0.5) ? 1 : -1;
        var near = (profile.Width / 2) + dice.Uniform(0.15, 1.2);
        var x = dice.Uniform(-6, 0);
        for (var i = 0; i < 3; i++)
        {
            things.Add(new(new(x, side * (near + 1), 0), 5.5, 2));
            var gap = dice.Uniform(0.6, 2);
            if (i < 2 && dice.Chance(0.04))
            {
                var behind = new Point2(x + 2.75 + (gap / 2), side * (near + dice.Uniform(0.4, 2.5)));
                things.Add(Thing.Person(behind, -side * Math.PI / 2, dice.Uniform(1.2, 3.5), from: dice.Uniform(0, 0.5)));
            }

            x += 5.5 + gap;
        }
    }

    private static void Machine(List<Thing> things, double reach, Dice dice)
    {
        var at = new Point2(dice.Uniform(-1, reach + 2), dice.Uniform(-2.5, 2.5));
        var heading = dice.Chance(0.5) ? Math.PI + (0.15 * dice.Gaussian()) : dice.Uniform(-Math.PI, Math.PI);
        things.Add(new(new(at.X, at.Y, heading), 0.9, 0.6, (dice.Chance(0.3) ? 0 : dice.Uniform(0.3, 1.9)) * Plane.Direction(heading)));
    }
}
