using Swarm.Domain;
using Swarm.Inference;
using Swarm.Vision;

namespace Swarm.Grains.Edge;

/// <summary>What finds objects in pictures at a place. Without a model it answers that it has none.</summary>
public sealed record InferenceOptions
{
    /// <summary>Which place it is.</summary>
    public TierKind Tier { get; init; } = TierKind.Site;

    /// <summary>Its model, safe for several threads.</summary>
    public Func<ReadOnlyMemory<byte>, Finding>? Find { get; init; }

    /// <summary>Name, size and version of the model.</summary>
    public string Model { get; init; } = "";

    /// <summary>Pictures looked at at once: a convolution on a processor gains nothing from batches, so each has a core.</summary>
    public int Workers { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Pictures that may wait for one of them.</summary>
    public int MaxWaiting { get; init; } = 4;

    /// <summary>Time for one picture, believed until it has been measured.</summary>
    public TimeSpan ExpectedService { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>The tier above, where pictures may leave this one.</summary>
    public Tier? Above { get; init; }

    /// <summary>The way to <see cref="Above"/>.</summary>
    public ITier<Picture, IReadOnlyList<ImageObject>>? WayAbove { get; init; }
}
