using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Swarm.Inference;

/// <summary>
/// Computes a <see cref="DenseNet"/> of one output without allocating: outputs of a layer eight at a time, inputs in their order. As that order is always the
/// same and every operation is rounded correctly, a net that is monotone by its signs stays so to the last bit. Safe for several threads.
/// </summary>
internal sealed class ReflexKernel
{
    private const int Lanes = 8;
    private const int MostWidth = 512;

    private readonly Padded[] _layers;
    private readonly float _least;
    private readonly float _most;
    private readonly int _width;

    /// <exception cref="ReflexModelException">A layer is wider than the stack should carry.</exception>
    public ReflexKernel(DenseNet net)
    {
        (_least, _most) = (net.Least, net.Most);
        Inputs = net.Layers[0].Inputs;
        _layers = [.. net.Layers.Select(layer => new Padded(layer))];
        _width = _layers.Max(layer => layer.Outputs);
        if (_width > MostWidth)
            throw new ReflexModelException($"The reflex's net has a layer of {_width} units: at most {MostWidth} expected.");
    }

    public int Inputs { get; }

    /// <param name="features">As many as <see cref="Inputs"/>.</param>
    /// <returns>Within the net's bounds, or not a number where the net's answer is none.</returns>
    public float Evaluate(ReadOnlySpan<float> features)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(features.Length, Inputs);
        Span<float> first = stackalloc float[_width];
        Span<float> second = stackalloc float[_width];
        _layers[0].Apply(features, first);
        for (var i = 1; i < _layers.Length; i++)
            _layers[i].Apply((i % 2 == 1 ? first : second)[.._layers[i - 1].Used], i % 2 == 1 ? second : first);

        // Not Math.Clamp's argument: a bound must not turn what is not a number into one.
        var value = (_layers.Length % 2 == 1 ? first : second)[0];
        return value < _least ? _least : value > _most ? _most : value;
    }

    /// <summary>A layer whose outputs are filled up to whole vectors.</summary>
    private sealed class Padded
    {
        private readonly float[] _weights;
        private readonly float[] _bias;
        private readonly bool _relu;

        public Padded(DenseLayer layer)
        {
            (Used, Outputs, _relu) = (layer.Outputs, (layer.Outputs + Lanes - 1) / Lanes * Lanes, layer.Relu);
            _bias = new float[Outputs];
            layer.Bias.CopyTo(_bias, 0);
            _weights = new float[layer.Inputs * Outputs];
            for (var i = 0; i < layer.Inputs; i++)
                Array.Copy(layer.Weights, i * Used, _weights, i * Outputs, Used);
        }

        public int Used { get; }

        public int Outputs { get; }

        public void Apply(ReadOnlySpan<float> from, Span<float> to)
        {
            ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
            ref var bias = ref MemoryMarshal.GetArrayDataReference(_bias);
            ref var result = ref MemoryMarshal.GetReference(to);
            var column = 0;
            for (; column + (4 * Lanes) <= Outputs; column += 4 * Lanes)
            {
                var a = Vector256.LoadUnsafe(ref bias, (nuint)column);
                var b = Vector256.LoadUnsafe(ref bias, (nuint)(column + Lanes));
                var c = Vector256.LoadUnsafe(ref bias, (nuint)(column + (2 * Lanes)));
                var d = Vector256.LoadUnsafe(ref bias, (nuint)(column + (3 * Lanes)));
                for (var i = 0; i < from.Length; i++)
                {
                    var at = (nuint)((i * Outputs) + column);
                    var x = Vector256.Create(from[i]);
                    a = Vector256.MultiplyAddEstimate(x, Vector256.LoadUnsafe(ref weights, at), a);
                    b = Vector256.MultiplyAddEstimate(x, Vector256.LoadUnsafe(ref weights, at + Lanes), b);
                    c = Vector256.MultiplyAddEstimate(x, Vector256.LoadUnsafe(ref weights, at + (2 * Lanes)), c);
                    d = Vector256.MultiplyAddEstimate(x, Vector256.LoadUnsafe(ref weights, at + (3 * Lanes)), d);
                }

                Activate(a).StoreUnsafe(ref result, (nuint)column);
                Activate(b).StoreUnsafe(ref result, (nuint)(column + Lanes));
                Activate(c).StoreUnsafe(ref result, (nuint)(column + (2 * Lanes)));
                Activate(d).StoreUnsafe(ref result, (nuint)(column + (3 * Lanes)));
            }

            for (; column < Outputs; column += Lanes)
            {
                var a = Vector256.LoadUnsafe(ref bias, (nuint)column);
                for (var i = 0; i < from.Length; i++)
                    a = Vector256.MultiplyAddEstimate(Vector256.Create(from[i]), Vector256.LoadUnsafe(ref weights, (nuint)((i * Outputs) + column)), a);
                Activate(a).StoreUnsafe(ref result, (nuint)column);
            }
        }

        /// <summary>Keeps what is not a number: the maximum of IEEE 754 passes it on.</summary>
        private Vector256<float> Activate(Vector256<float> sum) => _relu ? Vector256.Max(sum, Vector256<float>.Zero) : sum;
    }
}
