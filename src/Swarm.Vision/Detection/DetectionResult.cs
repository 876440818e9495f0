namespace Swarm.Vision;

/// <summary>What a detector found in one frame at one input size, and how long it took.</summary>
/// <param name="Model">Name and version of the model.</param>
/// <param name="Size">Longer side of the picture that the model was given, in pixels.</param>
/// <param name="Boxes">Surest first.</param>
/// <param name="Preparation">Scaling the frame to the model's input.</param>
/// <param name="Inference">Running the model.</param>
/// <param name="Decoding">From the model's outputs to boxes.</param>
public sealed record DetectionResult(
    string Model, int Size, IReadOnlyList<DetectedBox> Boxes, TimeSpan Preparation, TimeSpan Inference, TimeSpan Decoding)
{
    public TimeSpan Latency => Preparation + Inference + Decoding;
}
