namespace Swarm.Vision;

/// <summary>How large a picture may be. Checked from its header, before anything is decoded.</summary>
/// <param name="Bytes">Of the file.</param>
/// <param name="Pixels">Width × height; a pixel takes four bytes of memory.</param>
/// <param name="Side">Width or height.</param>
public sealed record FrameLimits(int Bytes = 16 << 20, long Pixels = 20_000_000, int Side = 16_384)
{
    public static FrameLimits Default { get; } = new();
}
