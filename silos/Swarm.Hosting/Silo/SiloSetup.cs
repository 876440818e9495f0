using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Orleans.Configuration;
using Orleans.Dashboard;
using StackExchange.Redis;
using Swarm.Grains.Edge;

namespace Swarm.Hosting;

/// <summary>Sets the silo up: who else is in its cluster, where its grains keep their state, how soon a dead silo is noticed.</summary>
internal static class SiloSetup
{
    /// <param name="silo">Of the web application.</param>
    /// <param name="options">From the command line.</param>
    /// <param name="redis">The store, or null for none.</param>
    public static void AddPlace(this ISiloBuilder silo, PlaceOptions options, ConfigurationOptions? redis)
    {
        var site = options.Site.Site.Value;
        silo.AddEdgeGrains(options.Site);

        // A filter around every call between grains: only where somebody looks at the traces.
        if (options.Otlp is not null) silo.AddActivityPropagation();
        if (options.Dashboard) silo.AddDashboard();

        if (options.Store.Kind == StoreKind.Redis)
        {
            silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (site, site));
            silo.Configure<EndpointOptions>(endpoints => SetEndpoints(endpoints, ReachableAddress(options.Store.Server!.Host)));
            silo.UseRedisClustering(clustering => clustering.ConfigurationOptions = redis);
            silo.Configure<ClusterMembershipOptions>(ForLan);
        }
        else
        {
            silo.UseLocalhostClustering(FreePort.Find(), FreePort.Find(), serviceId: site, clusterId: site);
        }

        if (redis is null) silo.AddMemoryGrainStorage(EdgeStorage.Name);
        else silo.AddRedisGrainStorage(EdgeStorage.Name, storage => storage.ConfigurationOptions = redis);
    }

    /// <summary>
    /// A silo that died is noticed in about 3 s (Orleans' defaults, made for data centres, take up to a minute where no TCP reset comes),
    /// and entries of silos that were all killed at once do not hold up the next start.
    /// </summary>
    private static void ForLan(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        membership.NumMissedProbesLimit = 3;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
        membership.NumMissedTableIAmAliveLimit = 3;
        membership.DefunctSiloExpiration = TimeSpan.FromHours(1);
        membership.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
    }

    private static void SetEndpoints(EndpointOptions endpoints, IPAddress advertised)
    {
        endpoints.AdvertisedIPAddress = advertised;
        endpoints.SiloPort = FreePort.Find();
        endpoints.GatewayPort = FreePort.Find();
        var listen = IPAddress.IsLoopback(advertised) ? IPAddress.Loopback : IPAddress.Any;
        endpoints.SiloListeningEndpoint = new IPEndPoint(listen, endpoints.SiloPort);
        endpoints.GatewayListeningEndpoint = new IPEndPoint(listen, endpoints.GatewayPort);
    }

    /// <summary>Where the other silos of the site find this one: on this machine if the shared store is on it, else at its first network address.</summary>
    private static IPAddress ReachableAddress(string storeHost)
    {
        var isLocal = storeHost == "localhost" || (IPAddress.TryParse(storeHost, out var address) && IPAddress.IsLoopback(address));
        if (isLocal) return IPAddress.Loopback;
        return NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network is { OperationalStatus: OperationalStatus.Up, NetworkInterfaceType: not NetworkInterfaceType.Loopback })
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(unicast => unicast.AddressFamily == AddressFamily.InterNetwork)
            ?? throw new StartupException($"The store {storeHost} is on another machine, but this one has no IPv4 address to be reached at.");
    }
}
