namespace Swarm.Perception;

/// <summary>What a motion knows of one body.</summary>
internal struct MotionBelief
{
    /// <summary>The estimate on the whole.</summary>
    public KinematicState Mean;

    private MotionModes? _modes;

    /// <summary>What a motion knows beside; made when one first asks for it, so that those that do not are small.</summary>
    public MotionModes Modes => _modes ??= new();

    public void CopyFrom(in MotionBelief other)
    {
        Mean = other.Mean;
        if (other._modes is { } modes)
            Modes.CopyFrom(modes);
    }
}
