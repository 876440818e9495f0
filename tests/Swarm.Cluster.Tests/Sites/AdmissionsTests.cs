using Swarm.Domain;
using Swarm.Grains.Edge;

namespace Swarm.Cluster.Tests;

public sealed class AdmissionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Silent_SomeForADay_AreNamedTheLongestSilentFirst()
    {
        var admissions = new Admissions(
            [], [new Guest(new DeviceId("a"), Now), new Guest(new DeviceId("b"), Now.AddDays(-1)), new Guest(new DeviceId("c"), Now.AddDays(-3))]);

        Assert.Equal(["c", "b"], admissions.Silent(Now, 10).Select(device => device.Value));
    }

    [Fact]
    public void Register_Guest_IsNoGuestAnyMore()
    {
        var admissions = new Admissions([], [new Guest(new DeviceId("a"), Now)]);

        admissions.Register(new DeviceId("a"));

        Assert.Empty(admissions.Guests);
        Assert.Single(admissions.All);
    }

    [Fact]
    public void Touch_EarlierThanKnown_KeepsTheLater()
    {
        var admissions = new Admissions([], [new Guest(new DeviceId("a"), Now)]);

        Assert.True(admissions.Touch(new DeviceId("a"), Now.AddDays(-2)));
        Assert.Empty(admissions.Silent(Now, 1));
    }
}
