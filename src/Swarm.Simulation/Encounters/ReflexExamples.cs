using Swarm.Inference;

namespace Swarm.Simulation;

/// <summary>What the reflex's net is taught and tried with.</summary>
public static class ReflexExamples
{
    /// <summary>An example from each of <paramref name="count"/> encounters; the same for the same seed, on any number of processors.</summary>
    /// <param name="made">Called with how many there are, from any thread.</param>
    public static ReflexExample[] Make(ulong seed, int count, Action<int>? made = null, CancellationToken cancellationToken = default)
    {
        var examples = new ReflexExample[count];
        var done = 0;
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var dice = DiceOf(seed, i);
            var encounter = EncounterMaker.Make(dice);
            examples[i] = new(encounter.Profile, encounter.Look(0, encounter.Speed, 0, dice), EncounterDrive.RightShare(encounter));
            made?.Invoke(Interlocked.Increment(ref done));
        });
        return examples;
    }

    /// <summary>
    /// Drives through encounters to their end, with and without each part of the reflex; and braking at once, which tells what no reflex could have helped:
    /// people here walk into the side of a machine, and a machine may at first be faster than it should.
    /// </summary>
    public static IReadOnlyList<ReflexDrives> Drive(ulong seed, int count, ReflexNet net, CancellationToken cancellationToken = default)
    {
        (string Name, Func<ReflexVerdict, double>? Ask)[] ways =
        [
            ("neither", null),
            ("net alone", verdict => verdict.Asked),
            ("limit alone", verdict => verdict.Limit),
            ("both", verdict => verdict.Speed),
            ("braking at once", _ => 0),
        ];
        var touched = new int[ways.Length];
        var metres = new double[ways.Length][];
        for (var way = 0; way < ways.Length; way++)
            metres[way] = new double[count];
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var encounter = EncounterMaker.Make(DiceOf(seed, i));
            var reflex = new Reflex(encounter.Profile, net);
            for (var way = 0; way < ways.Length; way++)
            {
                // An encounter looks at its things one drive at a time, each with the same errors.
                var (hit, far) = EncounterDrive.Drive(encounter, reflex, ways[way].Ask, DiceOf(seed + 1, i));
                metres[way][i] = far;
                if (hit)
                    Interlocked.Increment(ref touched[way]);
            }
        });
        return [.. ways.Select((way, i) => new ReflexDrives(way.Name, (double)touched[i] / count, metres[i].Average()))];
    }

    private static Dice DiceOf(ulong seed, int index) => new Dice((seed * 0x9E3779B97F4A7C15) ^ (ulong)index).Fork();
}
