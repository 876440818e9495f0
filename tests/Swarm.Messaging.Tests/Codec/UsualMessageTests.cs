using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Swarm.Domain;

namespace Swarm.Messaging.Tests;

/// <summary>The quick reader and the general one must never differ: what the quick one takes, the general one reads as the same.</summary>
public sealed class UsualMessageTests
{
    private const string Alphabet = "{}[]:,\"\\ \n-+.0123456789eEntxyaz\u00e4\u0001";

    private static readonly Gen<(Channel Channel, byte[] Json)> Message = Generate.Uplink
        .Where(message => message is DeviceState or DetectionFrame)
        .Select(message => message switch
        {
            // Any name, any number of up to 19 digits and a word on the model would be good, but not usual.
            DetectionFrame frame => frame with { Sensor = "lidar", Sequence = frame.Sequence / 10, Inference = null },
            DeviceState state => state with { DesiredVersion = state.DesiredVersion / 10 },
            _ => message,
        })
        .Select(message => (Channels.Of(message).Channel, ProtocolCodec.Encode(message)));

    [Fact]
    public void Read_WhatADeviceSends_IsReadAsTheGeneralReaderDoes() =>
        Message.Sample(sample =>
        {
            var general = General(sample.Channel, sample.Json);
            var quick = UsualMessage.Read(sample.Channel, sample.Json);

            Assert.NotNull(quick);
            Assert.Equal(Text(general!), Text(quick));
        });

    [Fact]
    public void Read_BytesChanged_IsNeverTakenForSomethingElse() =>
        Gen.Select(Message, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 2], Gen.Char[Alphabet]).Array[1, 3]).Sample((sample, edits) =>
        {
            var json = new List<byte>(sample.Json);
            foreach (var (at, how, letter) in edits)
            {
                var index = at % json.Count;
                if (how != 1)
                    json.RemoveAt(index);

                if (how != 0)
                    json.InsertRange(index, Encoding.UTF8.GetBytes([letter]));
            }

            var bytes = json.ToArray();
            if (UsualMessage.Read(sample.Channel, bytes) is not { } quick)
                return;

            var general = General(sample.Channel, bytes);
            Assert.NotNull(general);
            Assert.Equal(Text(general), Text(quick));
        });

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("-12.50", true)]
    [InlineData("0.1", true)]
    [InlineData("123456789012345", true)]
    [InlineData("0.000000000000123", true)]
    [InlineData("123456789012345678901234567890", true)]
    [InlineData("0.30000000000000004", true)]
    [InlineData("2.5e-05", true)]
    [InlineData("1E2", true)]
    [InlineData("01", false)]
    [InlineData("1.", false)]
    [InlineData(".5", false)]
    [InlineData("+1", false)]
    [InlineData("- 1", false)]
    [InlineData("1e", false)]
    [InlineData("1.5.5", false)]
    [InlineData("NaN", false)]
    [InlineData("\"1\"", false)]
    public void Read_Number_IsTheNearestDouble(string number, bool taken)
    {
        var quick = UsualMessage.Read(Channel.State, Encoding.UTF8.GetBytes(State($"\"yawRate\":{number}")));

        Assert.Equal(taken, quick is not null);
        if (quick is DeviceState { YawRate: { } rate })
            Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(number, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(rate));
    }

    [Theory]
    [InlineData("\"battery\":null")]
    [InlineData("\"battery\":1,\"battery\":1")]
    [InlineData("\"colour\":1")]
    [InlineData("\"mode\":\"manual\"")]
    [InlineData("\"device\":\"wagon\\u002d1\"")]
    [InlineData("\"desiredVersion\":9223372036854775807")]
    [InlineData("\"desiredVersion\":-1")]
    [InlineData("\"battery\":1,")]
    public void Read_SomethingUnusual_IsLeftToTheGeneralReader(string member) =>
        Assert.Null(UsualMessage.Read(Channel.State, Encoding.UTF8.GetBytes(State(member))));

    [Fact]
    public void Read_WhiteSpaceAndAnotherOrder_IsRead()
    {
        var json = State("\"device\" : \"wagon-1\"").Replace(",", " ,\n", StringComparison.Ordinal).Replace("{\"time\"", "{ \"battery\":0.5, \"time\"", StringComparison.Ordinal);

        var state = Assert.IsType<DeviceState>(UsualMessage.Read(Channel.State, Encoding.UTF8.GetBytes(json + "\r\n")));

        Assert.Equal((new DeviceId("wagon-1"), 0.5), (state.Device, state.Battery));
    }

    private static string State(string member) =>
        $$"""{"time":"2026-05-01T10:30:00.5+02:00","pose":{"x":1,"y":2,"yaw":0.5},"covariance":{"xx":1,"xy":0,"xYaw":0,"yy":1,"yYaw":0,"yawYaw":1},"velocity":{"x":1,"y":0},"mode":"automatic",{{member}}}""";

    private static UplinkMessage? General(Channel channel, byte[] json)
    {
        try
        {
            return (UplinkMessage?)JsonSerializer.Deserialize(json, ProtocolJson.Default.GetTypeInfo(channel.Info().MessageType)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>All that is in a message; numbers may be such that JSON has none of them.</summary>
    private static string Text(UplinkMessage message) => message switch
    {
        DetectionFrame frame => $"{frame with { Objects = [], Region = null }} {string.Join('|', frame.Objects)} {frame.Region?.DetectionProbability} {string.Join('|', frame.Region?.Polygon ?? [])}",
        _ => message.ToString(),
    };
}
