namespace Swarm.Evaluation;

/// <summary>What is labelled in one frame, in the camera frame and in the image.</summary>
/// <param name="Type">Such as <c>Car</c>, <c>Van</c> or <see cref="DontCare"/>.</param>
/// <param name="Object">The same in every frame for the same object.</param>
/// <param name="Truncated">0 where all of it is in the image, up to 2.</param>
/// <param name="Occluded">0 where all of it is seen, up to 3.</param>
/// <param name="Box">Without meaning where the area is only one of the image.</param>
internal sealed record KittiLabel(int Frame, int Object, string Type, int Truncated, int Occluded, ImageBox Image, UprightBox Box)
{
    /// <summary>An area of the image in which nothing is labelled.</summary>
    public const string DontCare = "DontCare";
}
