using Swarm.Domain;

namespace Swarm.Vision;

/// <summary>Finds the objects that a site tracks in a JPEG picture, by one model at one input size.</summary>
public sealed class ObjectFinder(Detector detector, int size)
{
    /// <summary>Of the model at this size, as placement and answers name it.</summary>
    public string Model { get; } = ModelName(detector, size);

    private static string ModelName(Detector detector, int size) => FormattableString.Invariant($"{detector.Manifest.Name}-{size}@{detector.Manifest.Version}");

    /// <returns>In parts of the picture; those of classes that a site does not track are left out.</returns>
    /// <exception cref="ModelException">The model fails.</exception>
    public Finding Find(ReadOnlyMemory<byte> jpeg) => FrameDecoder.TryDecode(jpeg.Span, out var frame, out var refusal)
        ? new Finding(refusal, [.. detector.Detect(frame, size).Boxes.Select(box => ToObject(box, frame)).OfType<ImageObject>()])
        : new Finding(refusal, []);

    private static ImageObject? ToObject(DetectedBox detected, Frame frame) => ObjectClasses.Of(detected.Name) is { } kind
        ? new ImageObject(
            kind,
            detected.Score,
            Math.Clamp(detected.Box.Left / frame.Width, 0, 1),
            Math.Clamp(detected.Box.Top / frame.Height, 0, 1),
            Math.Clamp(detected.Box.Right / frame.Width, 0, 1),
            Math.Clamp(detected.Box.Bottom / frame.Height, 0, 1))
        : null;
}
