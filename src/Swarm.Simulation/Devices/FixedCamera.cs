using Swarm.Device;
using Swarm.Domain;

namespace Swarm.Simulation;

/// <summary>A camera on a mast.</summary>
internal sealed class FixedCamera(DeviceSpec spec, Pose pose, SiteLink site, Dice dice) : SimulatedDevice(spec, pose, site, dice)
{
    internal override void Move(World world, double dt) => Ego.Drift(dt);
}
