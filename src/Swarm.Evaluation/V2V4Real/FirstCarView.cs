using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>The site frame is the first car's moving frame, in which everything is labelled; there is no image.</summary>
internal sealed class FirstCarView : IFrameView
{
    public static FirstCarView Instance { get; } = new();

    public (UprightBox Box, ImageBox Image)? Look(Position position, Size size, double yaw) =>
        (new RecordedBox(position, size, yaw).ToColumns(), default);
}
