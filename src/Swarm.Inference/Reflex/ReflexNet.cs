using System.Reflection;

namespace Swarm.Inference;

/// <summary>
/// The reflex's net: from an ONNX file, run by the kernel, which is compared with ONNX Runtime once, when the file is loaded. Its one output is the share of
/// full speed that it would allow. Safe for several threads; load it once and share it.
/// </summary>
public sealed class ReflexNet
{
    /// <summary>The kernel may differ from ONNX Runtime by so much: both add the same numbers, in another order.</summary>
    public const double Tolerance = 1e-5;

    private const int Samples = 512;
    private const string ResourceName = "Swarm.Inference.reflex.onnx";

    private static readonly Lazy<ReflexNet> ShippedNet = new(LoadShipped);

    private readonly ReflexKernel _kernel;

    private ReflexNet(ReflexKernel kernel, KernelCheck check, IReadOnlyDictionary<string, string> figures) =>
        (_kernel, Check, Figures) = (kernel, check, figures);

    /// <summary>The net that this library comes with.</summary>
    /// <exception cref="ReflexModelException">The kernel computes something else here than ONNX Runtime does.</exception>
    public static ReflexNet Shipped => ShippedNet.Value;

    /// <summary>Whether the kernel could be compared, and how near the two are.</summary>
    public KernelCheck Check { get; }

    /// <summary>What the file says of its training: its metadata.</summary>
    public IReadOnlyDictionary<string, string> Figures { get; }

    /// <exception cref="ReflexModelException">The file is truncated, of another shape, not monotone, or the kernel computes something else than ONNX Runtime.</exception>
    public static ReflexNet Load(byte[] onnx)
    {
        ArgumentNullException.ThrowIfNull(onnx);
        var (net, model) = DenseNetReader.Read(onnx);
        if (net.Layers[0].Inputs != ReflexFeatures.Count)
            throw new ReflexModelException($"The reflex's net takes {net.Layers[0].Inputs} inputs: {ReflexFeatures.Count} expected.");
        MonotoneNet.Require(net, ReflexFeatures.Monotone);
        var kernel = new ReflexKernel(net);
        return new(kernel, Compare(kernel, onnx), model.MetadataProps.GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Last().Value));
    }

    /// <summary>The shipped file.</summary>
    public static byte[] ShippedBytes()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)
            ?? throw new ReflexModelException($"The reflex's net is not in this build: there is no resource {ResourceName}.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>The share of full speed, 0 to 1, or not a number.</summary>
    internal float Evaluate(ReadOnlySpan<float> features) => _kernel.Evaluate(features);

    private static ReflexNet LoadShipped() => Load(ShippedBytes());

    private static KernelCheck Compare(ReflexKernel kernel, byte[] onnx)
    {
        OnnxReflexRunner reference;
        try
        {
            reference = new(onnx, kernel.Inputs);
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            return new(false, double.NaN, "The reflex's kernel was not compared with ONNX Runtime: its library is not on this device.");
        }
        catch (Microsoft.ML.OnnxRuntime.OnnxRuntimeException refused)
        {
            throw new ReflexModelException("ONNX Runtime does not take the reflex's net: " + refused.Message, refused);
        }

        using (reference)
        {
            var largest = 0.0;
            foreach (var features in SampleFeatures(kernel.Inputs))
            {
                var difference = Math.Abs((double)kernel.Evaluate(features) - reference.Evaluate(features));
                if (!(difference <= Tolerance))
                    throw new ReflexModelException(FormattableString.Invariant($"The reflex's kernel differs from ONNX Runtime by {difference:g3}: at most {Tolerance:g1} expected.")) { NotANumber = double.IsNaN(difference) };
                largest = Math.Max(largest, difference);
            }

            return new(true, largest, FormattableString.Invariant($"The reflex's kernel agrees with ONNX Runtime within {largest:g2} on {Samples} inputs."));
        }
    }

    /// <summary>All at their least, all at their most, then evenly spread; the same each time.</summary>
    private static IEnumerable<float[]> SampleFeatures(int count)
    {
        var state = 1UL;
        for (var sample = 0; sample < Samples; sample++)
        {
            // Smaller and smaller ones, or all would be in such danger that the answer is 0.
            var (features, scale) = (new float[count], MathF.Pow(0.5f, sample % 12));
            for (var i = 0; i < count; i++)
            {
                // Knuth's generator (MMIX), its upper bits.
                state = (state * 6364136223846793005) + 1442695040888963407;
                features[i] = sample < 2 ? sample : scale * ((state >> 40) / (float)(1 << 24));
            }

            yield return features;
        }
    }
}
