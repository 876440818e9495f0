namespace Swarm.Vision;

/// <summary>What one input size found in one frame.</summary>
/// <param name="Frame">The file's name without folder and ending.</param>
/// <param name="Size">Longer side of the picture, in pixels.</param>
/// <param name="Boxes">Surest first, in pixels of the frame.</param>
/// <param name="Milliseconds">From the decoded frame to the boxes.</param>
public sealed record LadderEntry(string Frame, int Size, IReadOnlyList<DetectedBox> Boxes, double Milliseconds);
