namespace Swarm.Inference;

/// <summary>
/// Whether a net never gives more for more of its first inputs, by the signs of its weights alone: the first layer's are not negative for those inputs, and of
/// the layers after it an odd number have no positive weight while the others have no negative one.
/// </summary>
/// <remarks>
/// Layers with ReLU whose weights are not negative make convex functions of danger, taken off full speed in the end: concave in room, as the speed from which a distance
/// suffices to stop is. A net that turns its sign more often makes others too (b - relu(b - z) is the lesser of b and z), as Runje and Shankaranarayana do with a mirrored
/// activation (<i>Constrained Monotonic Neural Networks</i>, ICML 2023).
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

        if (!falling)
            throw new ReflexModelException("The reflex's net allows more speed the more danger there is: its signs turn an even number of times.");
    }
}
