using System.Collections.Frozen;
using MQTTnet.Protocol;
using Swarm.Domain;
using static MQTTnet.Protocol.MqttQualityOfServiceLevel;

namespace Swarm.Messaging;

/// <summary>The one table of channels: name, message, direction, quality of service, retained or not.</summary>
public static class Channels
{
    private static readonly ChannelInfo[] Table =
    [
        Up<ConnectionReport>(Channel.Connection, "connection", AtLeastOnce, retained: true),
        Up<Factsheet>(Channel.Factsheet, "factsheet", AtLeastOnce, retained: true),
        Up<DeviceState>(Channel.State, "state", AtMostOnce),
        Up<DetectionFrame>(Channel.Detections, "detections", AtMostOnce),
        Up<CommandAck>(Channel.Ack, "ack", AtLeastOnce),
        Up<TimeRequest>(Channel.Time, "time", AtMostOnce),
        Up<RangeScan>(Channel.Ranges, "ranges", AtMostOnce),
        Up<CameraFrame>(Channel.Frames, "frames", AtMostOnce) with { MaxPayload = ProtocolLimits.MaxImagePayload },
        Up<InferenceAsk>(Channel.Ask, "ask", AtMostOnce) with { MaxPayload = ProtocolLimits.MaxImagePayload },
        Down<HazardList>(Channel.Hazards, "hazards", AtMostOnce),
        Down<TrackList>(Channel.Tracks, "tracks", AtMostOnce),
        Down<DeviceCommand>(Channel.Command, "command", AtLeastOnce),
        Down<DesiredState>(Channel.Desired, "desired", AtLeastOnce, retained: true),
        Down<TimeReply>(Channel.Clock, "clock", AtMostOnce),
        Down<InferenceAnswer>(Channel.Answer, "answer", AtMostOnce),
    ];

    private static readonly FrozenDictionary<Type, ChannelInfo> ByType = Table.ToFrozenDictionary(info => info.MessageType);

    private static readonly FrozenDictionary<string, ChannelInfo>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Table.ToFrozenDictionary(info => info.Name).GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlyList<ChannelInfo> All => Table;

    public static IEnumerable<ChannelInfo> Uplink => Table.Where(info => info.IsUplink);

    public static IEnumerable<ChannelInfo> Downlink => Table.Where(info => !info.IsUplink);

    public static ChannelInfo Info(this Channel channel) => Table[(int)channel];

    /// <exception cref="ArgumentException">No channel carries messages of that type.</exception>
    public static ChannelInfo Of(UplinkMessage message) => OfType(message.GetType());

    /// <exception cref="ArgumentException">No channel carries messages of that type.</exception>
    public static ChannelInfo Of(DownlinkMessage message) => OfType(message.GetType());

    public static bool TryParse(ReadOnlySpan<char> name, out Channel channel)
    {
        var known = ByName.TryGetValue(name, out var info);
        channel = known ? info!.Channel : default;
        return known;
    }

    private static ChannelInfo OfType(Type type) =>
        ByType.TryGetValue(type, out var info) ? info : throw new ArgumentException($"No channel carries {type}.");

    private static ChannelInfo Up<T>(Channel channel, string name, MqttQualityOfServiceLevel qos, bool retained = false)
        where T : UplinkMessage => new(channel, name, typeof(T), true, qos, retained);

    private static ChannelInfo Down<T>(Channel channel, string name, MqttQualityOfServiceLevel qos, bool retained = false)
        where T : DownlinkMessage => new(channel, name, typeof(T), false, qos, retained);
}
