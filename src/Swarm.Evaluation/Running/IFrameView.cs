using Swarm.Domain;

namespace Swarm.Evaluation;

/// <summary>Takes a track of the site frame into the frame in which one frame of a recording is labelled.</summary>
public interface IFrameView
{
    /// <summary>Null where the track cannot be seen from there.</summary>
    /// <param name="size">Of the track, with its height.</param>
    /// <param name="yaw">Of the track in the site frame, radians.</param>
    (UprightBox Box, ImageBox Image)? Look(Position position, Size size, double yaw);
}
