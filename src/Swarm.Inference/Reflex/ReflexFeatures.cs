namespace Swarm.Inference;

/// <summary>
/// What the net is shown: 40 numbers that mean the same for any machine. All but the last are <i>danger</i>, 0 to 1: more of one never means less danger, which is what
/// lets a net be monotone by the signs of its weights.
/// <code>
///  0–35  1 - √ of a sector's free metres from the outline, over twice the distance that stopping from full speed takes (with this load and ground);
///        0 from there on, and where nothing is within reach.
///    36  speed / (1.5 · full speed), at most 1
///    37  load
///    38  1 - friction, at least 0
///    39  yaw rate / 2 rad/s, within -1 to 1
/// </code>
/// </summary>
internal static class ReflexFeatures
{
    public const int Count = SectorRanges.Count + 4;

    /// <summary>So many come first of which more is never better.</summary>
    public const int Monotone = Count - 1;

    private const float FullYawRate = 2;
    private const double FullSpeeds = 1.5;

    /// <param name="input">Valid.</param>
    /// <param name="outlines">Of the machine, by sector.</param>
    /// <param name="stopping">With this load and ground.</param>
    public static void Write(in ReflexInput input, ReflexProfile profile, ReadOnlySpan<float> outlines, StoppingDistance stopping, Span<float> features)
    {
        var scale = 0.5f / (float)stopping.Of(profile.MaxSpeed);
        for (var i = 0; i < SectorRanges.Count; i++)
        {
            var range = input.Ranges[i];
            features[i] = range >= SectorRanges.Reach ? 0 : 1 - MathF.Sqrt(Math.Clamp((range - outlines[i]) * scale, 0, 1));
        }

        features[36] = (float)Math.Min(1, input.Speed / (FullSpeeds * profile.MaxSpeed));
        features[37] = (float)input.Load;
        features[38] = (float)Math.Max(0, 1 - input.Friction);
        features[39] = Math.Clamp((float)input.YawRate / FullYawRate, -1, 1);
    }
}
