using System.Buffers;
using CsCheck;
using Swarm.Domain;

namespace Swarm.Messaging.Tests;

public sealed class RoundTripTests
{
    private static readonly DeviceId Device = new("wagon-1");

    [Fact]
    public void TryDecodeUplink_WhatWasEncoded_IsEncodedTheSameAgain() =>
        Generate.Uplink.Sample(message =>
        {
            var bytes = ProtocolCodec.Encode(message);

            var taken = ProtocolCodec.TryDecodeUplink(
                Device, Channels.Of(message).Channel, new ReadOnlySequence<byte>(bytes), Generate.Now, out var read, out var refusal);

            Assert.True(taken, refusal?.ToString());
            Assert.IsType(message.GetType(), read);
            Assert.Equal(bytes, ProtocolCodec.Encode(read!));
        });

    [Fact]
    public void TryDecodeDownlink_WhatWasEncoded_IsEncodedTheSameAgain() =>
        Generate.Downlink.Sample(message =>
        {
            var bytes = ProtocolCodec.Encode(message);

            var taken = ProtocolCodec.TryDecodeDownlink(
                Channels.Of(message).Channel, new ReadOnlySequence<byte>(bytes), out var read, out var refusal);

            Assert.True(taken, refusal?.ToString());
            Assert.IsType(message.GetType(), read);
            Assert.Equal(bytes, ProtocolCodec.Encode(read!));
        });

    [Fact]
    public void TryDecodeSiteInfo_WhatWasEncoded_IsTheSame()
    {
        var info = new SiteInfo(new SiteId("yard"), new GeoPoint(52.5, 13.4, 40), 100);

        Assert.True(ProtocolCodec.TryDecodeSiteInfo(new ReadOnlySequence<byte>(ProtocolCodec.Encode(info)), out var read, out _));

        Assert.Equal(info, read);
    }

    [Fact]
    public void TryDecodeUplink_PayloadInPieces_IsRead()
    {
        var bytes = ProtocolCodec.Encode(new TimeRequest(Generate.Now));

        Assert.True(ProtocolCodec.TryDecodeUplink(Device, Channel.Time, Pieces.Of(bytes, 7), Generate.Now, out var message, out _));

        Assert.Equal(new TimeRequest(Generate.Now), message);
    }

    [Fact]
    public void Encode_NotFinite_Throws() =>
        Assert.Throws<ArgumentException>(() => ProtocolCodec.Encode(new DesiredState(1, double.NaN)));
}
