namespace Swarm.Messaging;

/// <summary>What a message may hold. <c>docs/protocol.md</c> states these to who writes firmware.</summary>
public static class ProtocolLimits
{
    /// <summary>Largest payload in bytes: a thousand objects of 200 bytes and a region fit.</summary>
    public const int MaxPayload = 256 * 1024;

    /// <summary>Largest payload that carries a picture, in bytes: a JPEG of 1.1 MB, in Base64.</summary>
    public const int MaxImagePayload = 1536 * 1024;

    /// <summary>
    /// Largest packet that the embedded broker reads, in bytes. Well above the largest payload, so that who sends a payload that is somewhat too
    /// large is told so and not merely cut off.
    /// </summary>
    public const int MaxPacket = 2 * 1024 * 1024;

    /// <summary>Most objects in one frame of detections.</summary>
    public const int MaxObjects = 1000;

    /// <summary>Most bearings, and most ranges, in one frame of detections.</summary>
    public const int MaxLines = 200;

    public const int MinRegionCorners = 3;

    public const int MaxRegionCorners = 128;

    public const int MaxSensors = 32;

    /// <summary>Most models that a device is told of, or tells of.</summary>
    public const int MaxModels = 16;

    public const int MinSectors = 4;

    public const int MaxSectors = 360;

    /// <summary>Largest friction of the ground: more than that of rubber on dry concrete.</summary>
    public const double MaxFriction = 1.5;

    /// <summary>Largest side of the picture that a camera is described by, in pixels.</summary>
    public const int MaxPixels = 32_768;

    /// <summary>Longest that anybody waits for an answer from another tier, in seconds.</summary>
    public const double MaxBudget = 60;

    /// <summary>Longest name (birth, sensor, command, manufacturer, model), in characters.</summary>
    public const int MaxName = 64;

    /// <summary>Longest text for people, in characters.</summary>
    public const int MaxText = 512;

    /// <summary>Farthest from the origin along each axis of the site frame, in metres: a flat site frame means little beyond.</summary>
    public const double MaxCoordinate = 100_000;

    /// <summary>Farthest above or below the origin, in metres.</summary>
    public const double MaxHeight = 10_000;

    /// <summary>Farthest that a sensor reports anything from its device, in metres.</summary>
    public const double MaxRange = 10_000;

    /// <summary>Fastest along each axis, in metres per second.</summary>
    public const double MaxSpeed = 150;

    /// <summary>Hardest that a machine gains or loses speed, in metres per second squared.</summary>
    public const double MaxAcceleration = 20;

    /// <summary>Fastest turn, in radians per second.</summary>
    public const double MaxYawRate = 50;

    /// <summary>Largest angle in radians: a full turn, with room for a sender that rounds 2π.</summary>
    public const double MaxAngle = 6.29;

    /// <summary>Largest side of a body, in metres.</summary>
    public const double MaxSize = 100;

    /// <summary>Largest variance in m², (m/s)² or rad²: a standard deviation of 10 km says that nothing is known.</summary>
    public const double MaxVariance = 1e8;

    /// <summary>How far a measurement may lie ahead of site time: more than the error of a bad time estimate.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromSeconds(5);

    /// <summary>How far a measurement may lie behind site time: more than any network holds a message back.</summary>
    public static readonly TimeSpan MaxBehind = TimeSpan.FromSeconds(60);
}
