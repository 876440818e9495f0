using System.Diagnostics;
using Swarm.Benchmarks.Tracking;
using Swarm.Inference;

namespace Swarm.Benchmarks.Reflex;

/// <summary>The net by the kernel and by ONNX Runtime, and the whole reflex.</summary>
internal static class KernelMeasure
{
    private const int Inputs = 256;
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<KernelRow> All()
    {
        var random = new Random(1);
        var features = Enumerable.Range(0, Inputs).Select(_ => Enumerable.Range(0, ReflexFeatures.Count).Select(_ => 0.3f * random.NextSingle()).ToArray()).ToArray();
        var inputs = Enumerable.Range(0, Inputs).Select(_ => Input(random)).ToArray();
        var net = ReflexNet.Shipped;
        var profile = new ReflexProfile { Length = 0.9, Width = 0.6, MaxSpeed = 1.9, Acceleration = 1, Braking = 2 };
        var (both, limit) = (new Inference.Reflex(profile, net), new Inference.Reflex(profile, net: null));
        using var reference = new OnnxReflexRunner(ReflexNet.ShippedBytes(), ReflexFeatures.Count);
        return
        [
            Measure("net, ONNX Runtime with bound buffers", i => reference.Evaluate(features[i])),
            Measure("net, SIMD kernel", i => net.Evaluate(features[i])),
            Measure("limit alone, a whole step", i => (float)limit.Step(inputs[i]).Speed),
            Measure("net and limit, a whole step", i => (float)both.Step(inputs[i]).Speed),
        ];
    }

    private static ReflexInput Input(Random random)
    {
        var ranges = SectorRanges.Clear;
        for (var i = 0; i < SectorRanges.Count; i++)
            ranges.See(i, 0.6f + (12 * random.NextSingle()));
        return new(ranges, 1.9 * random.NextDouble(), random.NextDouble() - 0.5, random.NextDouble());
    }

    private static KernelRow Measure(string what, Func<int, float> answer)
    {
        // Twice: once until it is compiled as well as it will be.
        _ = Once(what, answer);
        return Once(what, answer);
    }

    private static KernelRow Once(string what, Func<int, float> answer)
    {
        var (count, sum) = (0L, 0f);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (began, used) = (Stopwatch.GetTimestamp(), ThreadTime.Now());
        while (Stopwatch.GetElapsedTime(began) < Lasting)
        {
            for (var i = 0; i < Inputs; i++)
                sum += answer(i);
            count += Inputs;
        }

        used = ThreadTime.Now() - used;
        var bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        GC.KeepAlive(sum);
        return new(what, used.TotalNanoseconds / count, (double)bytes / count);
    }
}
