namespace Swarm.Messaging.Tests;

public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData("mqtt://broker", "broker", 1883, false, null, null)]
    [InlineData("mqtt://127.0.0.1:18830", "127.0.0.1", 18830, false, null, null)]
    [InlineData("mqtts://broker", "broker", 8883, true, null, null)]
    [InlineData("mqtts://site:p%40ss%3A@broker:9000/", "broker", 9000, true, "site", "p@ss:")]
    [InlineData("mqtt://[::1]:1884", "::1", 1884, false, null, null)]
    public void Parse_Address_HasItsParts(string text, string host, int port, bool tls, string? user, string? password) =>
        Assert.Equal(new BrokerAddress(host, port, tls, user, password), BrokerAddress.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("broker:1883")]
    [InlineData("http://broker")]
    [InlineData("mqtt://")]
    [InlineData("mqtt://broker/path")]
    public void Parse_NoAddress_NamesIt(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => BrokerAddress.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void ToString_WithPassword_HidesIt() =>
        Assert.Equal("mqtts://site@broker:8883", BrokerAddress.Parse("mqtts://site:secret@broker").ToString());
}
