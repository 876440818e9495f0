namespace Swarm.Inference;

/// <summary>y = W x + b, cut off below 0 if <paramref name="Relu"/>.</summary>
/// <param name="Weights">By input, then by output: <c>Weights[input * Outputs + output]</c>.</param>
internal sealed record DenseLayer(int Inputs, int Outputs, float[] Weights, float[] Bias, bool Relu);
