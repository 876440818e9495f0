using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.Simulation;

/// <summary>A camera that shows pictures out of a folder instead of a street.</summary>
public sealed record PictureCameraOptions
{
    public required BrokerAddress Broker { get; init; }

    public required SiteId Site { get; init; }

    public DeviceId Device { get; init; } = new("camera-2");

    /// <summary>JPEG files, shown in this order again and again.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Between two pictures.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>Until then an answer from the site is better than the camera's own; after that it is only learnt from.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Where it stands, site frame; its height is the z.</summary>
    public Pose Pose { get; init; } = new(-20, -20, 0.8, 5);

    public CameraOptics Optics { get; init; } = new(768, 576, 700, 0.35);
}
