using Orleans.Configuration;

namespace Swarm.Grains.Edge;

public static class LanFailureDetection
{
    /// <summary>
    /// Silos of a site stand in one LAN: one that has missed three probes of half a second is taken for dead.
    /// Orleans' own settings are made for data centres and take about half a minute.
    /// </summary>
    public static ISiloBuilder UseLanFailureDetection(this ISiloBuilder builder) =>
        builder.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = TimeSpan.FromMilliseconds(500);
            options.NumMissedProbesLimit = 3;
            options.NumVotesForDeathDeclaration = 1;
        });
}
