using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>Between the records of the domain and the bytes of the device protocol. Pure, and never throws on what it is given to decode.</summary>
public static class ProtocolCodec
{
    /// <exception cref="ArgumentException">A number in the message is not finite.</exception>
    public static byte[] Encode(UplinkMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, TypeInfo(Channels.Of(message)));

    /// <exception cref="ArgumentException">A number in the message is not finite.</exception>
    public static byte[] Encode(DownlinkMessage message) => message switch
    {
        HazardList hazards => SurroundingsJson.Of(hazards),
        TrackList tracks => SurroundingsJson.Of(tracks),
        _ => JsonSerializer.SerializeToUtf8Bytes(message, TypeInfo(Channels.Of(message))),
    };

    public static byte[] Encode(SiteInfo info) => JsonSerializer.SerializeToUtf8Bytes(info, ProtocolJson.Default.SiteInfo);

    /// <summary>Decodes and judges what a device sent.</summary>
    /// <param name="device">Out of the topic.</param>
    /// <param name="now">Site time at which the payload arrived; measurements too far from it are refused.</param>
    /// <returns>True with a message, or false with the reason why there is none.</returns>
    public static bool TryDecodeUplink(
        DeviceId device,
        Channel channel,
        in ReadOnlySequence<byte> payload,
        DateTimeOffset now,
        [NotNullWhen(true)] out UplinkMessage? message,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        message = null;
        var info = channel.Info();
        if (!info.IsUplink)
        {
            refusal = new Refusal(RefusalReason.WrongField, $"{info.Name} is no channel that a device sends on");
            return false;
        }

        if (!TryRead(channel, payload, out var read, out refusal))
            return false;

        refusal = UplinkCheck.Of(read, device, now);
        message = refusal is null ? read : null;
        return refusal is null;
    }

    /// <summary>Decodes and judges what the site sent to a device.</summary>
    /// <returns>True with a message, or false with the reason why there is none.</returns>
    public static bool TryDecodeDownlink(
        Channel channel,
        in ReadOnlySequence<byte> payload,
        [NotNullWhen(true)] out DownlinkMessage? message,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        message = null;
        var info = channel.Info();
        if (info.IsUplink)
        {
            refusal = new Refusal(RefusalReason.WrongField, $"{info.Name} is no channel that a site sends on");
            return false;
        }

        if (!TryRead(payload, TypeInfo(info), info.MaxPayload, out var value, out refusal))
            return false;

        var read = (DownlinkMessage)value;
        refusal = DownlinkCheck.Of(read);
        message = refusal is null ? read : null;
        return refusal is null;
    }

    /// <summary>Decodes what is retained at <see cref="Topic.SiteInfo"/>.</summary>
    public static bool TryDecodeSiteInfo(
        in ReadOnlySequence<byte> payload,
        [NotNullWhen(true)] out SiteInfo? info,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        info = TryRead(payload, ProtocolJson.Default.SiteInfo, ProtocolLimits.MaxPayload, out var value, out refusal) ? (SiteInfo)value : null;
        return info is not null;
    }

    private static JsonTypeInfo TypeInfo(ChannelInfo info) => ProtocolJson.Default.GetTypeInfo(info.MessageType)!;

    private static bool TryRead(
        Channel channel,
        in ReadOnlySequence<byte> payload,
        [NotNullWhen(true)] out UplinkMessage? message,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = null;
        message = payload.IsSingleSegment && payload.Length <= ProtocolLimits.MaxPayload
            ? UsualMessage.Read(channel, payload.FirstSpan)
            : null;
        if (message is not null)
            return true;

        message = TryRead(payload, TypeInfo(channel.Info()), channel.Info().MaxPayload, out var value, out refusal) ? (UplinkMessage)value : null;
        return message is not null;
    }

    private static bool TryRead(
        in ReadOnlySequence<byte> payload,
        JsonTypeInfo type,
        int maxPayload,
        [NotNullWhen(true)] out object? value,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        value = null;
        if (payload.Length > maxPayload)
        {
            refusal = new Refusal(RefusalReason.TooLarge, $"payload has {payload.Length} bytes, above {maxPayload}");
            return false;
        }

        // A payload arrives in one piece but for odd transports, so this copies next to never.
        var bytes = payload.IsSingleSegment ? payload.FirstSpan : payload.ToArray();
        try
        {
            value = JsonSerializer.Deserialize(bytes, type);
            refusal = value is null ? new Refusal(RefusalReason.WrongField, "payload is null") : null;
        }
        catch (JsonException exception)
        {
            refusal = JsonRefusal.Of(bytes, exception);
        }

        return value is not null;
    }
}
