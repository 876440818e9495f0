namespace Swarm.Domain;

/// <summary>
/// How a camera sees: a pinhole whose principal point is the middle of the picture, mounted level but for its pitch. Its height above the ground
/// is that of its mounting.
/// </summary>
/// <param name="Width">Of the picture that <paramref name="FocalLength"/> is for, pixels; pictures of other sizes of the same view are fine.</param>
/// <param name="Height">Of that picture, pixels.</param>
/// <param name="FocalLength">Pixels.</param>
/// <param name="Pitch">Radians by which the optical axis points below the horizon.</param>
[GenerateSerializer, Immutable, Alias("swarm.CameraOptics")]
public sealed record CameraOptics(
    [property: Id(0)] int Width,
    [property: Id(1)] int Height,
    [property: Id(2)] double FocalLength,
    [property: Id(3)] double Pitch);
