namespace Swarm.Inference;

/// <summary>How the net is taught. The defaults are those of the net that ships.</summary>
public sealed record ReflexTrainingOptions
{
    public ulong Seed { get; init; } = 1;

    /// <summary>Units of the two hidden layers.</summary>
    public (int First, int Second) Hidden { get; init; } = (32, 32);

    /// <summary>Times that each example is gone through.</summary>
    public int Epochs { get; init; } = 50;

    public int BatchSize { get; init; } = 128;

    /// <summary>Of Adam, at first; it falls to a hundredth by half a cosine.</summary>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>
    /// Which quantile of what would have been right is asked for, given what is seen: 0.2 allows more than was right once in five such encounters, and leaves the rest to the limit.
    /// </summary>
    public double Quantile { get; init; } = 0.2;
}
