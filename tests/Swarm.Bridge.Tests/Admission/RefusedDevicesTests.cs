using Microsoft.Extensions.Time.Testing;
using Swarm.Domain;

namespace Swarm.Bridge.Tests;

public sealed class RefusedDevicesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RefusedDevices _refused;

    public RefusedDevicesTests() =>
        _refused = new RefusedDevices(new BridgeOptions { Site = new SiteInfo(TestSite.Id, default, 0) }, _time);

    [Fact]
    public void Contains_AfterItsTime_IsFalse()
    {
        _refused.Add("ghost");

        Assert.True(_refused.Contains("ghost"));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(_refused.Contains("ghost"));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(_refused.Contains("ghost"));
    }

    [Fact]
    public void Add_VeryMany_StaysBoundedAndKnowsTheNewest()
    {
        for (var i = 0; i < 100_000; i++)
            _refused.Add($"ghost-{i}");

        Assert.InRange(_refused.Count, 5_000, 10_000);
        Assert.True(_refused.Contains("ghost-99999"));
        Assert.False(_refused.Contains("ghost-0"));
    }
}
