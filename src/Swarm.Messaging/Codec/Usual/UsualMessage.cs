using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// Reads the two kinds of message that are nearly all that a site takes in, several times as fast as the general reader, where they
/// are written as devices usually do.
/// </summary>
internal static class UsualMessage
{
    /// <returns>Null where the general reader must read it, and find what is wrong with it if anything.</returns>
    public static UplinkMessage? Read(Channel channel, ReadOnlySpan<byte> payload)
    {
        var json = new JsonCursor(payload);
        UplinkMessage? message = channel switch
        {
            Channel.State => UsualState.Read(ref json),
            Channel.Detections => UsualFrame.Read(ref json),
            _ => null,
        };
        return json.IsAtEnd ? message : null;
    }
}
