using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>Takes what a device saw from its body frame to the site frame.</summary>
public static class SiteFrame
{
    /// <summary>Positions, yaws, velocities and the region are turned and shifted; the ego covariance is carried into each object's.</summary>
    public static Observation ToSite(DeviceId device, DetectionFrame frame) => throw new NotImplementedException();
}
