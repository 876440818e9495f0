namespace Swarm.Vda5050;

/// <summary>How much of a message is read before it is refused.</summary>
/// <param name="MaxBytes">Of the whole message.</param>
/// <param name="MaxDepth">Of objects and lists within one another; the messages themselves have 8.</param>
public sealed record CodecLimits(int MaxBytes = 4 * 1024 * 1024, int MaxDepth = 32)
{
    public static CodecLimits Default { get; } = new();
}
