using System.Numerics;
using System.Runtime.InteropServices;

namespace Swarm.Inference;

/// <summary>
/// A layer while it is taught. Weights lie by output, then by input, and keep their sign: after each step those that have crossed 0 are put back to it.
/// </summary>
internal sealed class TrainedLayer
{
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly bool _relu;
    private readonly Func<int, int> _sign;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly float[] _weightGradient;
    private readonly float[] _biasGradient;
    private readonly Adam _weightStep;
    private readonly Adam _biasStep;
    private readonly float[] _back;

    /// <param name="sign">Of the weights on an input: 1, -1, or 0 for either.</param>
    /// <param name="relu">Whether what is below 0 is cut off.</param>
    /// <param name="threshold">For each output, as a share of what its weights add up to where all inputs are 1: where it begins.</param>
    /// <param name="start">Added to that.</param>
    public TrainedLayer(int inputs, int outputs, bool relu, Func<int, int> sign, Func<double> threshold, Random random, float start = 0)
    {
        (_inputs, _outputs, _relu, _sign) = (inputs, outputs, relu, sign);
        (_weights, _bias) = (new float[inputs * outputs], new float[outputs]);
        (_weightGradient, _biasGradient) = (new float[inputs * outputs], new float[outputs]);
        (_weightStep, _biasStep) = (new(inputs * outputs), new(outputs));
        (Output, _back) = (new float[outputs], new float[inputs]);
        for (var o = 0; o < outputs; o++)
        {
            var sum = 0f;
            for (var i = 0; i < inputs; i++)
            {
                // Few of the weights large, so that units differ.
                var u = random.NextDouble();
                var weight = (float)(u * u * u * 4 / inputs);
                weight *= sign(i) != 0 ? sign(i) : random.Next(2) == 0 ? -1 : 1;
                _weights[(o * inputs) + i] = weight;
                sum += weight;
            }

            _bias[o] = start - (sum * (float)threshold());
        }
    }

    public float[] Output { get; }

    public void Forward(ReadOnlySpan<float> input)
    {
        for (var o = 0; o < _outputs; o++)
        {
            var sum = _bias[o] + Dot(_weights.AsSpan(o * _inputs, _inputs), input);
            Output[o] = _relu ? Math.Max(0, sum) : sum;
        }
    }

    /// <summary>Adds to the gradients; gives that of the input, which is overwritten by the next call.</summary>
    /// <param name="gradient">Of the loss by <see cref="Output"/>, as <see cref="Forward"/> left it.</param>
    public ReadOnlySpan<float> Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> gradient)
    {
        Array.Clear(_back);
        for (var o = 0; o < _outputs; o++)
        {
            if (gradient[o] == 0 || (_relu && Output[o] <= 0))
                continue;
            _biasGradient[o] += gradient[o];
            AddScaled(_weightGradient.AsSpan(o * _inputs, _inputs), gradient[o], input);
            AddScaled(_back, gradient[o], _weights.AsSpan(o * _inputs, _inputs));
        }

        return _back;
    }

    /// <summary>Moves by the gradients since the last step, and forgets them.</summary>
    public void Step(double rate, int examples)
    {
        foreach (ref var g in _weightGradient.AsSpan())
            g /= examples;
        foreach (ref var g in _biasGradient.AsSpan())
            g /= examples;
        _weightStep.Step(_weights, _weightGradient, rate);
        _biasStep.Step(_bias, _biasGradient, rate);
        Array.Clear(_weightGradient);
        Array.Clear(_biasGradient);
        for (var i = 0; i < _weights.Length; i++)
        {
            if (_sign(i % _inputs) * _weights[i] < 0)
                _weights[i] = 0;
        }
    }

    public DenseLayer ToDense()
    {
        var weights = new float[_weights.Length];
        for (var o = 0; o < _outputs; o++)
            for (var i = 0; i < _inputs; i++)
                weights[(i * _outputs) + o] = _weights[(o * _inputs) + i];
        return new(_inputs, _outputs, weights, [.. _bias], _relu);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < va.Length; i++)
            sum += va[i] * vb[i];
        var total = Vector.Sum(sum);
        for (var i = va.Length * Vector<float>.Count; i < a.Length; i++)
            total += a[i] * b[i];
        return total;
    }

    private static void AddScaled(Span<float> to, float factor, ReadOnlySpan<float> what)
    {
        var vt = MemoryMarshal.Cast<float, Vector<float>>(to);
        var vw = MemoryMarshal.Cast<float, Vector<float>>(what);
        for (var i = 0; i < vt.Length; i++)
            vt[i] += factor * vw[i];
        for (var i = vt.Length * Vector<float>.Count; i < to.Length; i++)
            to[i] += factor * what[i];
    }
}
