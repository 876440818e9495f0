using System.Buffers.Binary;
using System.Text;

namespace Swarm.Benchmarks.Publishing;

/// <summary>
/// Packets of MQTT 3.1.1 (OASIS, sections 3.1, 3.3 and 3.8), put together once and sent as they are: a client that encodes each anew would
/// measure itself.
/// </summary>
internal static class MqttFrame
{
    private const byte ConnectHeader = 0x10;
    private const byte PublishHeader = 0x30;
    private const byte SubscribeHeader = 0x82;
    private const byte CleanSession = 0x02;

    /// <summary>With a clean session, and no keep-alive.</summary>
    public static byte[] Connect(string clientId) =>
        Packet(ConnectHeader, [0, 4, .. "MQTT"u8, 4, CleanSession, 0, 0, .. Text(clientId)]);

    public static byte[] Publish(string topic, ReadOnlySpan<byte> payload) => Packet(PublishHeader, [.. Text(topic), .. payload]);

    /// <summary>QoS 1, retained.</summary>
    public static byte[] PublishRetained(string topic, ushort id, ReadOnlySpan<byte> payload) =>
        Packet(PublishHeader | 0x03, [.. Text(topic), .. Number(id), .. payload]);

    /// <summary>With QoS 0.</summary>
    public static byte[] Subscribe(ushort id, IEnumerable<string> topics) =>
        Packet(SubscribeHeader, [.. Number(id), .. topics.SelectMany(topic => (byte[])[.. Text(topic), 0])]);

    private static byte[] Packet(byte header, ReadOnlySpan<byte> rest)
    {
        var packet = new List<byte>(rest.Length + 5) { header };
        var length = rest.Length;
        do
        {
            packet.Add((byte)((length & 0x7F) | (length > 0x7F ? 0x80 : 0)));
            length >>= 7;
        }
        while (length > 0);

        packet.AddRange(rest);
        return [.. packet];
    }

    private static byte[] Text(string text) => [.. Number((ushort)Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Number(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }
}
