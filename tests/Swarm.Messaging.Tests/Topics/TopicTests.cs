using CsCheck;
using Swarm.Domain;

namespace Swarm.Messaging.Tests;

public sealed class TopicTests
{
    [Fact]
    public void TryParse_OwnTopic_GivesTheSameParts() =>
        Gen.Select(Generate.Site, Generate.Device, Generate.Channel).Sample((site, device, channel) =>
        {
            Assert.True(Topic.TryParse(Topic.Of(site, device, channel), out var parts));
            Assert.Equal(site.Value, parts.Site);
            Assert.Equal(device.Value, parts.Device);
            Assert.Equal(channel, parts.Channel);
        });

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndOnlyTakesTopicsThatItWouldBuild() =>
        Gen.OneOf(Gen.String, Gen.String["swarm/v1+#_$ab"].Select(tail => Topic.Root + tail)).Sample(text =>
        {
            if (Topic.TryParse(text, out var parts))
                Assert.Equal(text, Topic.Of(new SiteId(parts.Site.ToString()), new DeviceId(parts.Device.ToString()), parts.Channel));
        });

    [Theory]
    [InlineData("swarm/v1/yard/_site/info")]
    [InlineData("swarm/v1/yard/_site/state")]
    [InlineData("swarm/v1/yard/wagon-1/state/extra")]
    [InlineData("swarm/v1/yard/wagon-1/State")]
    [InlineData("swarm/v2/yard/wagon-1/state")]
    [InlineData("swarm/v1/yard/+/state")]
    [InlineData("swarm/v1/yard//state")]
    [InlineData("swarm/v1//wagon-1/state")]
    [InlineData("swarm/v1/yard/wagon-1/")]
    [InlineData("swarm/v1/yard/wagon-1")]
    [InlineData("")]
    public void TryParse_NoDeviceTopic_IsFalse(string topic) => Assert.False(Topic.TryParse(topic, out _));

    [Fact]
    public void TryParse_DeviceTopic_AllocatesNothing()
    {
        var topic = Topic.Of(new SiteId("yard"), new DeviceId("wagon-1"), Channel.Detections);
        Assert.True(Topic.TryParse(topic, out _));

        var parsed = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            parsed += Topic.TryParse(topic, out _) ? 1 : 0;

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(100, parsed);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Info_EveryChannel_IsItsOwn() =>
        Assert.All(Enum.GetValues<Channel>(), channel => Assert.Equal(channel, channel.Info().Channel));
}
