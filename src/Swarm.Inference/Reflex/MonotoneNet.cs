namespace Swarm.Inference;

/// <summary>
/// Whether a net never allows less for more of its first inputs, by the signs of its weights alone: the first layer's are not negative for those inputs, and of
/// the layers after it an even number have no positive weight while the others have no negative one.
/// </summary>
/// <remarks>
/// Layers with ReLU that are all of non-negative weights make only convex functions. Turning the sign twice makes concave ones as well (b - relu(b - z) is the lesser of b
/// and z), as Runje and Shankaranarayana do with a mirrored activation (<i>Constrained Monotonic Neural Networks</i>, ICML 2023), and stays within Gemm and Relu.
/// </remarks>
internal static class MonotoneNet
{
    /// <exception cref="ReflexModelException">It is not, or not by its signs.</exception>
    public static void Require(DenseNet net, int inputs)
    {
        var first = net.Layers[0];
        if (first.Weights.AsSpan(0, inputs * first.Outputs).ContainsAnyExceptInRange(0, float.MaxValue))
            throw new ReflexModelException("The reflex's net is not monotone: its first layer has a negative weight on a range, the speed, the load or the friction.");
        var falling = false;
        foreach (var layer in net.Layers.Skip(1))
        {
            if (!layer.Weights.AsSpan().ContainsAnyExceptInRange(0, float.MaxValue))
                continue;
            if (layer.Weights.AsSpan().ContainsAnyExceptInRange(float.MinValue, 0))
                throw new ReflexModelException("The reflex's net is not monotone: a layer has weights of both signs.");
            falling = !falling;
        }

        if (falling)
            throw new ReflexModelException("The reflex's net allows less speed the more room there is: its signs turn an odd number of times.");
    }
}
