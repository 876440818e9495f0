namespace Swarm.Inference;

/// <summary>Adam (Kingma and Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015, algorithm 1) for one array of parameters.</summary>
internal sealed class Adam(int count)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly double[] _mean = new double[count];
    private readonly double[] _square = new double[count];
    private double _beta1 = 1;
    private double _beta2 = 1;

    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient, double rate)
    {
        _beta1 *= Beta1;
        _beta2 *= Beta2;
        for (var i = 0; i < parameters.Length; i++)
        {
            double g = gradient[i];
            _mean[i] = (Beta1 * _mean[i]) + ((1 - Beta1) * g);
            _square[i] = (Beta2 * _square[i]) + ((1 - Beta2) * g * g);
            parameters[i] -= (float)(rate * _mean[i] / (1 - _beta1) / (Math.Sqrt(_square[i] / (1 - _beta2)) + Epsilon));
        }
    }
}
