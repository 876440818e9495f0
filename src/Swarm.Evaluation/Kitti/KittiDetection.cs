namespace Swarm.Evaluation;

/// <summary>A box that the detector reported, in the camera frame (x right, y down, z forward) and in the image.</summary>
/// <param name="Score">No probability: about −1 to 16.</param>
internal sealed record KittiDetection(int Frame, ImageBox Image, UprightBox Box, double Score);
