namespace Swarm.Vision;

/// <summary>One object that a detector found in a frame.</summary>
/// <param name="Class">Its place in the manifest's list of classes.</param>
/// <param name="Name">Of the class.</param>
/// <param name="Score">The detector's confidence, 0 to 1.</param>
/// <param name="Box">In pixels of the frame, cut off at its edges.</param>
public sealed record DetectedBox(int Class, string Name, float Score, ImageBox Box);
