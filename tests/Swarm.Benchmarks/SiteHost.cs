using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Grains.Edge;

namespace Swarm.Benchmarks;

/// <summary>A silo put together as the edge silo does it, with its store in memory.</summary>
internal static class SiteHost
{
    /// <param name="configure">Adds to the silo and, by its services, what starts after it.</param>
    /// <param name="site">The usual one of <see cref="BenchFleet"/> where it is null.</param>
    public static IHost Build(Action<ISiloBuilder> configure, SiteInfo? site = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).Services.AddSingleton<ILoggerProvider, LogSummary>();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort(), serviceId: "bench", clusterId: "bench");
            silo.AddMemoryGrainStorage(EdgeStorage.Name);
            silo.AddEdgeGrains(site ?? BenchFleet.Site);
            configure(silo);
        });
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
