using CsCheck;

namespace Swarm.Inference.Tests;

/// <summary>Profiles, inputs and nets to try the reflex with.</summary>
internal static class Machines
{
    public static readonly ReflexProfile Wagon = new() { Length = 0.9, Width = 0.6, MaxSpeed = 1.9, Acceleration = 1, Braking = 2 };

    public static readonly Gen<ReflexProfile> AnyProfile = Gen.Select(
        Gen.Select(Gen.Double[0.3, 3], Gen.Double[0.3, 2]),
        Gen.Select(Gen.Double[0.2, 15], Gen.Double[0, 3], Gen.Double[0.3, 6]),
        Gen.Select(Gen.Double[0, 0.9], Gen.Double[0.01, 0.6], Gen.Double[0, 2], Gen.Double[0, 0.4]),
        (size, motion, margins) => new ReflexProfile
        {
            Length = size.Item1,
            Width = size.Item2,
            MaxSpeed = motion.Item1,
            Acceleration = motion.Item2,
            Braking = motion.Item3,
            BrakingLostToLoad = margins.Item1,
            ResponseTime = margins.Item2,
            ApproachSpeed = margins.Item3,
            Clearance = margins.Item4,
        });

    /// <summary>As ranges are: mostly far, often just at the edge of mattering.</summary>
    public static readonly Gen<float> AnyRange = Gen.Frequency(
        (3, Gen.Const(SectorRanges.Reach)), (3, Gen.Float[0.3f, 3]), (2, Gen.Float[0, 12]), (1, Gen.Float[0, 0.6f]));

    public static readonly Gen<SectorRanges> AnyRanges = AnyRange.Array[SectorRanges.Count].Select(Ranges);

    public static readonly Gen<ReflexInput> AnyInput = Gen.Select(
        AnyRanges,
        Gen.Double[0, 20],
        Gen.Frequency((2, Gen.Const(0.0)), (3, Gen.Double[-3, 3]), (1, Gen.Double[-20, 20])),
        Gen.Double[0, 1],
        Gen.Double[0.02, 1.5],
        (ranges, speed, yawRate, load, friction) => new ReflexInput(ranges, speed, yawRate, load, friction));

    /// <summary>Nets of any weights that the reflex takes, written to ONNX and read back.</summary>
    public static readonly Gen<ReflexNet> AnyNet = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 40], Gen.Int[1, 40]).Select((seed, first, second) =>
    {
        var random = new Random(seed);
        return ReflexNet.Load(DenseNetWriter.Write(
            new(
                [
                    Layer(ReflexFeatures.Count, first, 1, input => input < ReflexFeatures.Monotone ? random.NextDouble() : random.NextDouble() - 0.5, relu: true),
                    Layer(first, second, -1, _ => random.NextDouble(), relu: true),
                    Layer(second, 1, 1, _ => random.NextDouble(), relu: false),
                ],
                0,
                1),
            "random",
            []));

        DenseLayer Layer(int inputs, int outputs, float sign, Func<int, double> weight, bool relu) => new(
            inputs,
            outputs,
            [.. Enumerable.Range(0, inputs * outputs).Select(i => sign * (float)weight(i / outputs) * 2 / inputs)],
            [.. Enumerable.Range(0, outputs).Select(_ => (float)(random.NextDouble() + (sign > 0 ? -0.6 : 0.5)))],
            relu);
    });

    public static SectorRanges Ranges(float[] ranges)
    {
        var all = default(SectorRanges);
        ranges.CopyTo(all);
        return all;
    }

    /// <summary>Nothing around but at these bearings in degrees.</summary>
    public static SectorRanges Only(params ReadOnlySpan<(double Bearing, double Range)> things)
    {
        var ranges = SectorRanges.Clear;
        foreach (var (bearing, range) in things)
            ranges.See(SectorRanges.SectorOf(bearing * Math.PI / 180), (float)range);
        return ranges;
    }
}
