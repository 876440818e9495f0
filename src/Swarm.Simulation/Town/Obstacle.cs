using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>Something that stands still and hides what is behind it.</summary>
/// <param name="Height">Metres above the ground.</param>
internal sealed record Obstacle(Rectangle Outline, double Height)
{
    public IReadOnlyList<Point2> Corners { get; } = Outline.Corners;
}
