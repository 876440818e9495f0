using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.EdgeSilo.Demo;

internal static class DemoFleetExtensions
{
    /// <param name="services">Where the bridge is registered already, which starts the embedded broker.</param>
    /// <param name="site">In whose topics the devices report.</param>
    /// <param name="broker">Asked once the services before have started.</param>
    public static void AddDemoFleet(this IServiceCollection services, SiteId site, Func<BrokerAddress> broker)
    {
        services.AddSingleton(provider => new DemoFleet(
            site, broker, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddHostedService(provider => provider.GetRequiredService<DemoFleet>());
    }
}
