namespace Swarm.Evaluation;

/// <summary>One sequence of KITTI's tracking set: frames 0.1 s apart.</summary>
public sealed class KittiSequence
{
    /// <summary>Between frames: the scanner turns at 10 Hz.</summary>
    public static readonly TimeSpan FrameInterval = TimeSpan.FromMilliseconds(100);

    internal KittiSequence(
        string name,
        IReadOnlyDictionary<KittiCategory, ILookup<int, KittiDetection>> detections,
        ILookup<int, KittiLabel> labels,
        IReadOnlyList<CameraView> views)
    {
        Name = name;
        Detections = detections;
        Labels = labels;
        Views = views;
    }

    public string Name { get; }

    public int Frames => Views.Count;

    /// <summary>By category, by frame.</summary>
    internal IReadOnlyDictionary<KittiCategory, ILookup<int, KittiDetection>> Detections { get; }

    /// <summary>By frame.</summary>
    internal ILookup<int, KittiLabel> Labels { get; }

    /// <summary>One for each frame.</summary>
    internal IReadOnlyList<CameraView> Views { get; }
}
