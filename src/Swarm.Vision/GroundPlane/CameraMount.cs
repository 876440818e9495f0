namespace Swarm.Vision;

/// <summary>How a camera is mounted over level ground: in the body frame of its device (x forward, y left, metres, radians), without roll.</summary>
/// <param name="Height">Above the ground.</param>
/// <param name="Pitch">Of the optical axis below the horizon.</param>
/// <param name="Yaw">Of the optical axis from the body's x axis, counter-clockwise.</param>
/// <param name="X">Of the camera.</param>
/// <param name="Y">Of the camera.</param>
/// <param name="PitchDeviation">Standard deviation of what is known of the pitch; half a degree if nothing is said.</param>
public sealed record CameraMount(
    double Height, double Pitch, double Yaw = 0, double X = 0, double Y = 0, double PitchDeviation = 0.5 * Math.PI / 180);
