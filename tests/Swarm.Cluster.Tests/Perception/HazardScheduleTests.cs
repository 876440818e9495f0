using Swarm.Domain;
using Swarm.Grains.Edge;

namespace Swarm.Cluster.Tests;

public sealed class HazardScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Hazard Child = new(
        new TrackId("t"), null, ObjectClass.Pedestrian, default, default, default, 1, 0, 0.9, [], false);

    [Fact]
    public void IsDue_EmptyListSentAMomentAgo_WaitsForTheSecond()
    {
        var schedule = new HazardSchedule();
        Assert.True(schedule.IsDue([], Now));
        schedule.Note([], Now);

        Assert.False(schedule.IsDue([], Now.AddMilliseconds(800)));
        Assert.True(schedule.IsDue([], Now.AddMilliseconds(900)));
    }

    [Fact]
    public void IsDue_HazardsEnd_IsSaidAtOnce()
    {
        var schedule = new HazardSchedule();
        schedule.Note([Child], Now);

        Assert.True(schedule.IsDue([], Now.AddMilliseconds(100)));
        Assert.True(schedule.IsDue([Child], Now.AddMilliseconds(100)));
    }
}
