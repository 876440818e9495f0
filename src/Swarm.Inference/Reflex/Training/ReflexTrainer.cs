namespace Swarm.Inference;

/// <summary>
/// Teaches the reflex's net by back-propagation: from what a machine sees to a low quantile of the speed that would have been right. The signs of its weights make it
/// monotone (see <see cref="MonotoneNet"/>), from the first step to the last. The same options and examples give the same net on the same kind of processor.
/// </summary>
public sealed class ReflexTrainer
{
    private readonly ReflexTrainingOptions _options;
    private readonly float[][] _features;
    private readonly float[] _shares;
    private readonly TrainedLayer[] _layers;
    private readonly Random _random;

    /// <exception cref="ArgumentException">There are no examples.</exception>
    public ReflexTrainer(IReadOnlyList<ReflexExample> examples, ReflexTrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0)
            throw new ArgumentException("0 examples: one at least expected.", nameof(examples));
        _options = options;
        // Its algorithm is fixed where a seed is given.
        _random = new Random((int)(options.Seed & int.MaxValue));
        (_features, _shares) = ([.. examples.Select(Features)], [.. examples.Select(example => (float)example.Share)]);
        _layers =
        [
            new(ReflexFeatures.Count, options.Hidden.First, relu: true, input => input < ReflexFeatures.Monotone ? 1 : 0, () => 0.3 * _random.NextDouble(), _random),
            new(options.Hidden.First, options.Hidden.Second, relu: true, _ => -1, () => 0, _random, start: 1),
            new(options.Hidden.Second, 1, relu: false, _ => 1, () => 0, _random),
        ];
    }

    /// <summary>Goes through all examples as often as the options say.</summary>
    /// <param name="epochDone">Called with the number of the epoch, from 1, and its mean loss.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Run(Action<int, double>? epochDone = null, CancellationToken cancellationToken = default)
    {
        var order = Enumerable.Range(0, _features.Length).ToArray();
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var loss = 0.0;
            for (var start = 0; start < order.Length; start += _options.BatchSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var batch = order.AsSpan(start, Math.Min(_options.BatchSize, order.Length - start));
                foreach (var example in batch)
                    loss += Learn(_features[example], _shares[example]);
                var done = (epoch + ((double)start / order.Length)) / _options.Epochs;
                var rate = _options.LearningRate * (0.01 + (0.99 * 0.5 * (1 + Math.Cos(Math.PI * done))));
                foreach (var layer in _layers)
                    layer.Step(rate, batch.Length);
            }

            epochDone?.Invoke(epoch + 1, loss / order.Length);
        }
    }

    /// <summary>The net as it is now, as an ONNX file.</summary>
    /// <param name="figures">Written into it.</param>
    public byte[] ToOnnx(IEnumerable<KeyValuePair<string, string>> figures) => DenseNetWriter.Write(
        new([.. _layers.Select(layer => layer.ToDense())], 0, 1),
        "From the nearest ranges around a machine, its speed, load, ground and yaw rate to the share of full speed that it should not exceed.",
        figures);

    /// <summary>One step forth and back; the loss.</summary>
    private double Learn(float[] features, float share)
    {
        _layers[0].Forward(features);
        _layers[1].Forward(_layers[0].Output);
        _layers[2].Forward(_layers[1].Output);
        var error = share - _layers[2].Output[0];
        // What the bounds cut off in the end is no error.
        if ((share >= 1 && error <= 0) || (share <= 0 && error >= 0))
            return 0;

        // The pinball loss, whose least is at the quantile (Koenker and Bassett, Regression Quantiles, Econometrica 46, 1978).
        var slope = (float)(error > 0 ? -_options.Quantile : 1 - _options.Quantile);
        var back = _layers[2].Backward(_layers[1].Output, [slope]);
        back = _layers[1].Backward(_layers[0].Output, back);
        _layers[0].Backward(features, back);
        return -slope * error;
    }

    private static float[] Features(ReflexExample example)
    {
        var features = new float[ReflexFeatures.Count];
        ReflexFeatures.Write(
            example.Input,
            example.Profile,
            new SweptPath(example.Profile).Outlines,
            new(example.Profile, example.Profile.BrakingAt(example.Input.Load, example.Input.Friction)),
            features);
        return features;
    }
}
