namespace Swarm.Perception;

internal sealed partial class LocalTrack
{
    /// <summary>What it covers of the ground in that state: of the size and yaw seen, else of a typical body along its way.</summary>
    public Footprint FootprintAt(in KinematicState state) =>
        Footprint.Of(state.Position, _extent.Yaw ?? Math.Atan2(state.Vy, state.Vx), _extent.Size, _traits.Size);

    /// <summary>How far its body reaches from the middle at most, metres.</summary>
    public double HalfSize
    {
        get
        {
            var (length, width) = _extent.Size is { } size ? (size.Length, size.Width) : (_traits.Size.Length, _traits.Size.Width);
            return (length + width) / 2;
        }
    }
}
