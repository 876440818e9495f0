namespace Swarm.Messaging;

/// <summary>The levels of a device's topic, as slices of it.</summary>
public readonly ref struct TopicParts(ReadOnlySpan<char> site, ReadOnlySpan<char> device, Channel channel)
{
    public ReadOnlySpan<char> Site { get; } = site;

    public ReadOnlySpan<char> Device { get; } = device;

    public Channel Channel { get; } = channel;
}
